import { trackOf, type PlotModel, type Spot, type Track } from '../line/line.model.ts';
import type { Trace } from '../trace.ts';

/** Stages are whole numbers, so lines of several countries would lie on one another: each runs a little beside its stage. */
const lane = 0.11;

export function stepModel(traces: readonly Trace[], stages: number): PlotModel {
  const middle = (traces.length - 1) / 2;
  return {
    ticks: Array.from({ length: stages }, (_, stage) => stage),
    fromZero: true,
    tracks: traces.map((trace, i) => shifted(trackOf(trace), (middle - i) * lane)),
    benchmarks: [],
  };
}

function shifted(track: Track, by: number): Track {
  const move = <T extends Spot>(spot: T): T => ({ ...spot, value: spot.value + by });
  return {
    ...track,
    runs: track.runs.map((run) => run.map(move)),
    path: track.path.map(move),
    target: track.target && move(track.target),
    baseline: track.baseline && move(track.baseline),
    fan: track.fan.map((spot) => ({ ...move(spot), low: spot.low + by, high: spot.high + by })),
    end: track.end && move(track.end),
  };
}
