import type { ChartIndicator } from '../chart.types.ts';
import { lanesModel, type LaneSpan } from '../lanes/lanes.model.ts';
import { trackOf, type PlotPoint, type Track } from '../line/line.model.ts';
import { valueTicks } from '../scale.ts';
import type { Curve } from '../curve.ts';

/** Ends of a value axis. */
export interface Scale {
  low: number;
  high: number;
}

export interface Panel extends Scale, Pick<Track, 'area' | 'runs' | 'target' | 'hidden'> {
  /** Of a yes or no. */
  spans: LaneSpan[];
}

/** The same years in every panel; the same scale too, unless each is to be read by itself. */
export function multiplesModel(
  curves: readonly Curve[],
  { kind }: Pick<ChartIndicator, 'kind'>,
  view: {
    from: number;
    to: number;
    asOf: number;
    own: boolean;
    /** A scale shared with other charts. */
    scale?: Scale | undefined;
  },
): Panel[] {
  const { from, to, asOf, own } = view;
  const tracks = curves.map(trackOf);
  const lanes = kind === 'BINARY' ? lanesModel(curves, from, Math.min(asOf, to)) : [];
  const all = view.scale ?? ends(tracks, kind);
  return tracks.map((track) => ({
    ...track,
    ...(own ? ends([track], kind) : all),
    spans: lanes.find(({ area }) => area === track.area)?.spans ?? [],
  }));
}

export function scaleOf(curves: readonly Curve[]): Scale {
  return ends(curves.map(trackOf), 'NUMERIC');
}

function ends(tracks: readonly Track[], kind: ChartIndicator['kind']): Scale {
  if (kind === 'BINARY') return { low: 0, high: 1 };
  const values = tracks.flatMap(({ runs, target }) => [
    ...runs.flat().map(({ value }) => value),
    ...(target === null ? [] : [target.value]),
  ]);
  const ticks = valueTicks(values, null);
  return { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1 };
}

/** A line through marks; a yes or no holds until the next report, so it goes in steps. */
export function linePath(
  run: readonly PlotPoint[],
  x: (year: number) => number,
  y: (value: number) => number,
  steps = false,
): string {
  return run
    .map((spot, i) => {
      const point = `${x(spot.year)} ${y(spot.value)}`;
      if (i === 0) return `M${point}`;
      return steps ? `H${x(spot.year)}V${y(spot.value)}` : `L${point}`;
    })
    .join('');
}
