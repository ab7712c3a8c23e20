import { dec, Decimal, type Numeric } from '../values/decimal.ts';
import { countCandidates, halfUnit, type CountCandidates } from './count-candidates.ts';

export interface RateDisclosureInput {
  /** As printed: count / denominator × multiplier, rounded to `decimals`. */
  readonly rate: Numeric;
  readonly decimals: number;
  /** Population tables are public, so the reader is assumed to have the denominator. */
  readonly denominator: Numeric;
  readonly multiplier: Numeric;
  readonly threshold: number;
}

/**
 * Which counts n a printed rate may stand for: abs(n / denominator × multiplier − rate) ≤ half a unit
 * of its last decimal. Disclosive if all of them are small. Throws for a multiplier of 0.
 *
 * 6.0 per 100 000 in 50 000 people is 3. Source: methods.md 2.5, Rates.
 */
export function rateDisclosure(input: RateDisclosureInput): CountCandidates {
  const perUnit = dec(input.denominator).div(nonZero(input.multiplier));
  const rate = dec(input.rate);
  const half = halfUnit(input.decimals);
  return countCandidates(
    rate.minus(half).times(perUnit),
    rate.plus(half).times(perUnit),
    input.threshold,
  );
}

/** How finely a figure is printed: as it was reported, where that is finer than its indicator is rounded. */
export function printedDecimals(figure: Numeric, decimals: number): number {
  return Math.max(decimals, dec(figure).decimalPlaces());
}

/**
 * Does a rate, as it is printed, give a small count away? One that fits no count, because it was rounded further or refers to
 * other people, tells of the counts next to it; of none at all only if it is zero.
 */
export function tellsSmallRate(input: RateDisclosureInput): boolean {
  const { rate, denominator, multiplier, threshold } = input;
  const decimals = printedDecimals(rate, input.decimals);
  const { candidateCount, disclosive } = rateDisclosure({ ...input, decimals });
  if (candidateCount > 0) return disclosive;
  const count = dec(rate).times(denominator).div(nonZero(multiplier));
  const below = count.isZero() ? count : Decimal.max(count.floor(), 1);
  return countCandidates(below, count.ceil(), threshold).disclosive;
}

function nonZero(value: Numeric): Numeric {
  if (dec(value).isZero()) throw new RangeError('The multiplier of a rate is not 0');
  return value;
}
