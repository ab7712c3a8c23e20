import { decimalOrNull, type Maybe } from '../values/figure.ts';
import { dec, type Decimal, type Numeric } from '../values/decimal.ts';

export interface PercentageInput {
  readonly numerator?: Maybe<Numeric>;
  readonly denominator: Numeric;
  readonly numeratorHidden: boolean;
  readonly threshold: number;
}

export type PercentageReason =
  'SMALL_NUMERATOR' | 'SMALL_DENOMINATOR' | 'SMALL_COMPLEMENT' | 'NUMERATOR_HIDDEN';

export interface PercentageDecision {
  readonly publish: boolean;
  readonly reasons: readonly PercentageReason[];
}

/**
 * May a share be printed? Not if its numerator, its denominator or its complement (denominator −
 * numerator) is small, 0 < v < k, nor if its numerator is hidden. 198 of 200 gives 2 others away.
 * The reasons are internal. Source: methods.md 2.5, Shares.
 */
export function mayPublishPercentage(input: PercentageInput): PercentageDecision {
  const denominator = dec(input.denominator);
  const numerator = decimalOrNull(input.numerator);
  const small = (value: Decimal | null) =>
    value?.greaterThan(0) === true && value.lessThan(input.threshold);
  const reasons: PercentageReason[] = [];
  if (small(numerator)) reasons.push('SMALL_NUMERATOR');
  if (small(denominator)) reasons.push('SMALL_DENOMINATOR');
  if (small(numerator && denominator.minus(numerator))) reasons.push('SMALL_COMPLEMENT');
  if (input.numeratorHidden) reasons.push('NUMERATOR_HIDDEN');
  return { publish: reasons.length === 0, reasons };
}
