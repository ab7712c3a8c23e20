import { type Decimal, type Numeric, dec } from '../values/decimal.ts';
import { type Maybe, decimalOrNull, figure, sortedFlags } from '../values/figure.ts';
import { type ObservationStatus, isEstimated } from './obs-status.ts';

/** A SHARE cannot pass its whole, a RATE can. */
export const RATE_KINDS = ['RATE', 'SHARE'] as const;
export type RateKind = (typeof RATE_KINDS)[number];

export interface ComputeRateInput {
  numerator?: Maybe<Numeric>;
  denominator?: Maybe<Numeric>;
  /** 100 for a percentage; 1 when absent. */
  multiplier?: Maybe<Numeric>;
  /** 0 … 12; 0 when absent. */
  decimals?: Maybe<number>;
  /** RATE when absent. */
  kind?: Maybe<RateKind>;
  numeratorStatus?: Maybe<ObservationStatus>;
  denominatorStatus?: Maybe<ObservationStatus>;
}

export type RateProblem =
  | 'INVALID_CONFIG'
  | 'MISSING_DENOMINATOR'
  | 'MISSING_NUMERATOR'
  | 'NEGATIVE_DENOMINATOR'
  | 'NEGATIVE_NUMERATOR'
  | 'NUMERATOR_EXCEEDS_DENOMINATOR'
  | 'ZERO_DENOMINATOR';

export type RateFlag = 'BREAK_IN_SERIES' | 'ESTIMATED' | 'LOW_RELIABILITY' | 'PROVISIONAL';

export interface ComputedRate {
  value: number | null;
  obsStatus: ObservationStatus | null;
  missingReason: 'SUPPRESSED' | 'NOT_APPLICABLE' | null;
  problems: RateProblem[];
  flags: RateFlag[];
}

/**
 * value = numerator·multiplier/denominator, exact, half away from zero to `decimals`.
 *
 * The first match decides: impossible set-up; a hidden part (checked early, so that nothing about the
 * other part shows); a missing, then a negative part; denominator 0, where 0 of 0 is NOT_APPLICABLE (no
 * requests, none refused); a share larger than its whole. The value is provisional, estimated, unreliable
 * or after a break when either part is. Whether it may be published is decided elsewhere (methods.md 2.5).
 *
 * Source: methods.md 1.9.
 */
export function computeRate(input: ComputeRateInput): ComputedRate {
  const multiplier = dec(input.multiplier ?? 1);
  const decimals = input.decimals ?? 0;
  const whole = Number.isInteger(decimals) && decimals >= 0 && decimals <= 12;
  if (multiplier.lessThanOrEqualTo(0) || !whole) return problem('INVALID_CONFIG');
  if (input.numeratorStatus === 'Q' || input.denominatorStatus === 'Q') {
    return { ...problem(), obsStatus: 'Q', missingReason: 'SUPPRESSED' };
  }
  const numerator = decimalOrNull(input.numerator);
  const denominator = decimalOrNull(input.denominator);
  if (numerator === null || denominator === null) {
    return { ...missing(numerator, denominator), obsStatus: 'O' };
  }
  if (numerator.lessThan(0) || denominator.lessThan(0)) return negative(numerator, denominator);
  if (denominator.isZero()) {
    if (!numerator.isZero()) return problem('ZERO_DENOMINATOR');
    return { ...problem(), obsStatus: 'M', missingReason: 'NOT_APPLICABLE' };
  }
  if (input.kind === 'SHARE' && numerator.greaterThan(denominator)) {
    return problem('NUMERATOR_EXCEEDS_DENOMINATOR');
  }
  const value = figure(numerator.times(multiplier).div(denominator), decimals);
  return { ...problem(), value, ...inherited([input.numeratorStatus, input.denominatorStatus]) };
}

/** The status and flags that a rate takes over from its parts; obsStatus is the first of B, E, P, U, else A. */
function inherited(
  parts: readonly Maybe<ObservationStatus>[],
): Pick<ComputedRate, 'flags' | 'obsStatus'> {
  const found: [ObservationStatus, RateFlag][] = [];
  if (parts.includes('B')) found.push(['B', 'BREAK_IN_SERIES']);
  if (parts.some(isEstimated)) found.push(['E', 'ESTIMATED']);
  if (parts.includes('P')) found.push(['P', 'PROVISIONAL']);
  if (parts.includes('U')) found.push(['U', 'LOW_RELIABILITY']);
  return { obsStatus: found[0]?.[0] ?? 'A', flags: sortedFlags(found.map(([, flag]) => flag)) };
}

function missing(numerator: Decimal | null, denominator: Decimal | null): ComputedRate {
  const problems: RateProblem[] = [];
  if (numerator === null) problems.push('MISSING_NUMERATOR');
  if (denominator === null) problems.push('MISSING_DENOMINATOR');
  return problem(...problems);
}

function negative(numerator: Decimal, denominator: Decimal): ComputedRate {
  const problems: RateProblem[] = [];
  if (numerator.lessThan(0)) problems.push('NEGATIVE_NUMERATOR');
  if (denominator.lessThan(0)) problems.push('NEGATIVE_DENOMINATOR');
  return problem(...problems);
}

function problem(...problems: RateProblem[]): ComputedRate {
  return { value: null, obsStatus: null, missingReason: null, problems, flags: [] };
}
