import { dec, settle, type Decimal } from '../values/decimal.ts';
import { isSmall } from './count.ts';

/** Which counts a published figure may stand for. */
export interface CountCandidates {
  /** Whole numbers ≥ 0, rising. */
  readonly candidates: readonly number[];
  readonly candidateCount: number;
  /** There are candidates, and all are small (1 to k − 1): the figure gives a small count away. */
  readonly disclosive: boolean;
}

/** The whole numbers ≥ 0 from `a` to `b`, in whichever order; both settled to 12 decimals first. */
export function countCandidates(a: Decimal, b: Decimal, threshold: number): CountCandidates {
  const [from, to] = a.lessThan(b) ? [a, b] : [b, a];
  const first = Math.max(settle(from).ceil().toNumber(), 0);
  const last = settle(to).floor().toNumber();
  const length = Math.max(last - first + 1, 0);
  const candidates = Array.from({ length }, (_, i) => first + i);
  const disclosive = length > 0 && candidates.every((count) => isSmall(count, threshold));
  return { candidates, candidateCount: length, disclosive };
}

/** Half a unit of the last decimal shown: how far the true figure may lie from the printed one. */
export function halfUnit(decimals: number): Decimal {
  return dec(10).pow(-decimals).div(2);
}
