import type { ChartIndicator } from '../chart.types.ts';
import { lanesModel, type LaneSpan } from '../lanes/lanes.model.ts';
import { trackOf, type Mark, type Spot, type Track } from '../line/line.model.ts';
import { valueTicks } from '../scale.ts';
import type { Trace } from '../trace.ts';

export interface Panel {
  area: string;
  /** Ends of the value axis. */
  low: number;
  high: number;
  runs: Mark[][];
  target: Spot | null;
  hidden: number[];
  /** Of a yes or no. */
  spans: LaneSpan[];
}

/** The same years in every panel; the same scale too, unless each is to be read by itself. */
export function multiplesModel(
  traces: readonly Trace[],
  { kind, stages }: Pick<ChartIndicator, 'kind' | 'stages'>,
  { from, to, asOf, own }: { from: number; to: number; asOf: number; own: boolean },
): Panel[] {
  const tracks = traces.map(trackOf);
  const lanes = kind === 'BINARY' ? lanesModel(traces, from, Math.min(asOf, to)) : [];
  const all = ends(tracks, kind, stages);
  return tracks.map((track) => ({
    area: track.area,
    ...(own ? ends([track], kind, stages) : all),
    runs: track.runs,
    target: track.target,
    hidden: track.hidden,
    spans: lanes.find(({ area }) => area === track.area)?.spans ?? [],
  }));
}

function ends(
  tracks: readonly Track[],
  kind: ChartIndicator['kind'],
  stages: ChartIndicator['stages'],
): { low: number; high: number } {
  if (kind === 'BINARY') return { low: 0, high: 1 };
  if (kind === 'MILESTONE') return { low: 0, high: Math.max(1, (stages?.length ?? 6) - 1) };
  const values = tracks.flatMap(({ runs, target }) => [
    ...runs.flat().map(({ value }) => value),
    ...(target === null ? [] : [target.value]),
  ]);
  const ticks = valueTicks(values, null);
  return { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1 };
}

/** A line through marks; stages hold until the next report, so they go in steps. */
export function linePath(
  run: readonly Spot[],
  x: (year: number) => number,
  y: (value: number) => number,
  steps: boolean,
): string {
  return run
    .map((spot, i) => {
      const point = `${x(spot.year)} ${y(spot.value)}`;
      if (i === 0) return `M${point}`;
      return steps ? `H${x(spot.year)}V${y(spot.value)}` : `L${point}`;
    })
    .join('');
}
