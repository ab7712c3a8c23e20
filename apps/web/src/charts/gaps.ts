import { textWidth } from './labels.ts';
import type { Observed, Curve } from './curve.ts';

/** Consecutive years in which no country shown has a figure, for the same reason. */
export interface Gap {
  from: number;
  to: number;
  text: string;
}

/** The gaps between the first and the last report: before the first no series had begun, and after the last a value may still come. */
export function gapsOf(
  curves: readonly Curve[],
  absent: (observed: Observed | null) => string,
): Gap[] {
  const points = curves.flatMap(({ observed }) => observed);
  const years = points.filter(isReported).map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const gaps: Gap[] = [];
  for (let year = first + 1; year < last; year++) {
    if (years.includes(year)) continue;
    const reasons = new Set(
      curves.map(({ observed }) => absent(observed.find((point) => point.year === year) ?? null)),
    );
    const [reason = ''] = reasons;
    const text = reasons.size === 1 ? reason : absent(null);
    const before = gaps.at(-1);
    if (before?.to === year - 1 && before.text === text) before.to = year;
    else gaps.push({ from: year, to: year, text });
  }
  return gaps;
}

/** Was a figure reported, even if it is hidden or has no place on the scale that is drawn? */
const isReported = ({ value, hidden, offScale }: Observed): boolean =>
  value !== null || hidden || offScale === true;

const apart = 10;

/** The words of each gap, with its years if all of them have room for these. Words that do not fit at all are left out. */
export function gapLabels(gaps: readonly Gap[], x: (year: number) => number, width: number) {
  const placed = (words: (gap: Gap) => string) =>
    clear(
      gaps.map((gap) => {
        const text = words(gap);
        const half = textWidth(text) / 2;
        const middle = (x(gap.from) + x(gap.to)) / 2;
        return { year: gap.from, text, x: Math.min(width - half, Math.max(half, middle)), half };
      }),
      width,
    );
  const full = placed(({ from, to, text }) => `${from === to ? to : `${from}–${to}`}: ${text}`);
  const labels = full.length === gaps.length ? full : placed(({ text }) => text);
  return labels.map(({ year, text, x: at }) => ({ year, text, x: at }));
}

/** The labels from the left, without those that are wider than the picture or would overlap the one before. */
function clear<T extends { x: number; half: number }>(labels: readonly T[], width: number): T[] {
  const kept: T[] = [];
  for (const label of labels.filter(({ half }) => 2 * half <= width)) {
    const before = kept.at(-1);
    if (!before || label.x - label.half >= before.x + before.half + apart) kept.push(label);
  }
  return kept;
}
