import type { ChartIndicator } from '../chart.types.ts';
import { lanesModel, type LaneSpan } from '../lanes/lanes.model.ts';
import { trackOf, type PlotPoint, type Track } from '../line/line.model.ts';
import { valueTicks } from '../scale.ts';
import type { Curve } from '../curve.ts';

/** The ends of a value axis. */
export interface Scale {
  low: number;
  high: number;
}

export interface Panel extends Scale, Pick<Track, 'area' | 'runs' | 'target' | 'hidden'> {
  /** The answers to a yes/no question; empty for a number. */
  spans: LaneSpan[];
}

/** Panels that all have the same years, and the same scale unless each is to be read by itself (`own`). */
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

/** The path of a line through marks; in steps for a yes/no question, whose answer holds until the next report. */
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
