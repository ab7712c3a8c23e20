import type { Maybe } from '../values/figure.ts';
import { countedIndicators, type RoledIndicator } from './indicator-role.ts';

/** An indicator of an action with how many of its parts are known; parts are the counted elements of a law, or the one number. */
export interface CountedParts extends RoledIndicator {
  known: number;
  total: number;
  reason?: Maybe<string>;
}

/** How many parts an action has, and how many of them are known. Source: methods.md 1.5. */
export function countParts(indicators: readonly CountedParts[]): { known: number; total: number } {
  const counted = countedIndicators(indicators);
  const sum = (of: 'known' | 'total') => counted.reduce((all, one) => all + one[of], 0);
  return { known: sum('known'), total: sum('total') };
}
