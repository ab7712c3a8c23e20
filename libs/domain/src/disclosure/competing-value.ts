import { dec } from '../values/decimal.ts';
import { tellsSmallRate } from './rate-disclosure.ts';

/** A value from another source, beside the figure of an indicator that shares counts with a sensitive one. */
export interface CompetingValue {
  readonly unit: string;
  readonly value: string;
  readonly decimals: number;
  readonly multiplier: string;
  /** The strictest threshold of the indicators that share counts. */
  readonly threshold: number;
  /** The population that a rate refers to; null if it is not known. */
  readonly population: string | null;
  /**
   * The indicator is sensitive, or one that shares counts with it hides something at this place. Only the candidate release
   * knows that: the api asks it in `releases/disclosure/apply-disclosure.ts`.
   */
  readonly guarded: boolean;
}

/**
 * Would a competing value give a small count away? A small number does. A guarded rate does if its population leaves only
 * small counts, or is not known. A guarded share always does: its parts are not on record, and unknown counts are not risked.
 * Source: methods.md 2.5.
 */
export function tellsSmallCount(competing: CompetingValue): boolean {
  const { unit, value, decimals, multiplier, threshold, population, guarded } = competing;
  if (unit === 'NUMBER') return dec(value).gt(0) && dec(value).lt(threshold);
  if (!guarded) return false;
  if (unit === 'PT' || population === null) return true;
  return tellsSmallRate({ rate: value, decimals, multiplier, denominator: population, threshold });
}
