import type { Curve } from '../curve.ts';

export type LaneState = 'YES' | 'NO' | 'GAP' | 'HIDDEN';
export interface LaneSpan {
  from: number;
  to: number;
  state: LaneState;
  open: boolean;
}
export interface Lane {
  area: string;
  spans: LaneSpan[];
  /** The year the answer became yes after a no; null when it never changed that way. */
  turned: number | null;
  target: number | null;
  breaks: number[];
}

/** The answers of each area, with consecutive years of the same answer joined. A year without an answer is a gap, even between equal ones. */
export function lanesModel(curves: readonly Curve[], from: number, asOf: number): Lane[] {
  return curves.map(({ area, observed, target, breaks }) => {
    const spans: LaneSpan[] = [];
    for (let year = from; year <= asOf; year++) {
      const point = observed.find((o) => o.year === year);
      const state = stateOf(point);
      const open = point?.open ?? false;
      const last = spans.at(-1);
      if (last?.state === state && last.open === open && !breaks.includes(year)) last.to = year;
      else spans.push({ from: year, to: year, state, open });
    }
    return { area, spans, turned: turnedYes(spans), target: target?.year ?? null, breaks };
  });
}

function stateOf(point: Curve['observed'][number] | undefined): LaneState {
  if (point === undefined) return 'GAP';
  if (point.hidden) return 'HIDDEN';
  if (point.value === null) return 'GAP';
  return isYes(point.value) ? 'YES' : 'NO';
}

/** 0 and 0.0 are no, everything else is yes. */
export const isYes = (value: string): boolean => /[1-9]/.test(value);

function turnedYes(spans: readonly LaneSpan[]): number | null {
  const last = spans.findLastIndex(({ state }) => state === 'YES');
  return spans[last - 1]?.state === 'NO' ? (spans[last]?.from ?? null) : null;
}
