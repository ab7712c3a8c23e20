import { dec, settle } from '../values/decimal.ts';
import type { ClusterCell, ClusterMember } from './cluster.types.ts';
import { halfUnit } from './count-candidates.ts';
import { mayPublishPercentage } from './percentage.ts';
import { printedDecimals, rateDisclosure, tellsSmallRate } from './rate-disclosure.ts';
import type { ImpliedBounds } from './release-table.ts';

/**
 * Does the printed share or rate itself give a small count away? Where too little is known to tell, the answer for a sensitive
 * indicator is yes: for a share without both counts, for a rate without count and people. Source: methods.md 2.5, Rates and Shares.
 */
export function isDisclosiveRate(
  { unit, multiplier, decimals, sensitive }: ClusterMember,
  { value, count, denominator, population }: ClusterCell,
  threshold: number,
): boolean {
  if (unit === 'NUMBER' || value === null) return false;
  if (unit === 'PT' && count !== null && denominator !== null) {
    const parts = { numerator: count, denominator, numeratorHidden: false, threshold };
    return !mayPublishPercentage(parts).publish;
  }
  if (unit === 'PT' && sensitive) return true;
  const people = denominator ?? population;
  if (people === null) return sensitive && count === null;
  if (count !== null) return false;
  const isDisclosive = (rate: string) =>
    tellsSmallRate({ rate, decimals, denominator: people, multiplier, threshold });
  return (
    isDisclosive(value) || (unit === 'PT' && isDisclosive(dec(multiplier).minus(value).toString()))
  );
}

/** Which numerators a printed rate may stand for, beside a known denominator; null if the reported counts do not give this rate. */
export function impliedNumerator(
  member: ClusterMember,
  rate: string,
  { numerator, denominator }: { numerator: number; denominator: string },
): ImpliedBounds | null {
  const { multiplier } = member;
  const decimals = printedDecimals(rate, member.decimals);
  const { candidates } = rateDisclosure({ rate, decimals, denominator, multiplier, threshold: 1 });
  const [low, high] = [candidates.at(0), candidates.at(-1)];
  return low === undefined || high === undefined ? null : around({ low, high }, numerator);
}

/** Which denominators a printed rate may stand for, beside a known numerator; null if the reported counts do not give this rate. */
export function impliedDenominator(
  { decimals, multiplier }: ClusterMember,
  rate: string,
  { numerator, denominator }: { numerator: string; denominator: number },
): ImpliedBounds | null {
  const scaled = dec(numerator).times(multiplier);
  const half = halfUnit(printedDecimals(rate, decimals));
  const [least, most] = [dec(rate).minus(half), dec(rate).plus(half)];
  if (most.lessThanOrEqualTo(0)) return null;
  const low = settle(scaled.div(most)).ceil().toNumber();
  // a rate that may be zero sets no upper bound to the denominator
  const high = least.greaterThan(0) ? settle(scaled.div(least)).floor().toNumber() : null;
  return around({ low, high }, denominator);
}

function around(bounds: ImpliedBounds, count: number): ImpliedBounds | null {
  return bounds.low <= count && count <= (bounds.high ?? Infinity) ? bounds : null;
}
