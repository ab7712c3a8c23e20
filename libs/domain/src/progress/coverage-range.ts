import { Decimal, type Numeric, dec, settle } from '../values/decimal.ts';
import { type Maybe, clamp, decimalOrNull, figure, wholePercent } from '../values/figure.ts';
import { type IndicatorRole, splitApplicable } from './indicator-role.ts';
import { type IndicatorStatus, isAssessed } from './status.ts';
import type { Direction } from './target.ts';

export interface CoveredIndicator {
  code: string;
  status: IndicatorStatus;
  progress?: Maybe<Numeric>;
  /** Any positive number; 1 when absent. */
  weight?: Maybe<Numeric>;
  role?: Maybe<IndicatorRole>;
  direction?: Maybe<Direction>;
}

export interface CoverageRangeInput {
  indicators: readonly CoveredIndicator[];
}

export interface Figures {
  central: number | null;
  low: number | null;
  high: number | null;
}

export type CoverageDisplay = 'NONE' | 'NO_FIGURE' | 'RANGE_ONLY' | 'FIGURE' | 'FIGURE_AND_RANGE';

export interface CoverageRange extends Figures {
  /** Share of the weight that is assessed. */
  coverage: number | null;
  assessed: number;
  total: number;
  notApplicable: number;
  display: CoverageDisplay;
  /** Whole percents: 100 only for exactly 1, 0 only for exactly 0. */
  percent: Figures;
  problems: { code: 'INVALID_WEIGHT'; indicator: string }[];
}

const NO_FIGURES: Figures = { central: null, low: null, high: null };

/**
 * One figure for an action, and what its missing indicators could make of it:
 *
 *   low = Σw·p/Σw, the missing as 0;  high = low + 1 − coverage, the missing as 1;  central = low/coverage
 *
 * over HEADLINE indicators with a direction, p cut to 0 … 1. Assessed without progress counts 0: what
 * was promised to be kept is not kept. No central figure from less than half of the indicators or of
 * the weight. Shares have 4 decimals, half away from zero. A hidden progress widens the range only.
 *
 * Source: methods-first.md 1.7.
 */
export function coverageRange({ indicators }: CoverageRangeInput): CoverageRange {
  const { applicable: rows, notApplicable } = splitApplicable(indicators);
  const known = rows.filter(({ status }) => isAssessed(status));
  const base = { assessed: known.length, total: rows.length, notApplicable };
  const problems = rows
    .filter((row) => weightOf(row).lessThanOrEqualTo(0))
    .map(({ code }) => ({ code: 'INVALID_WEIGHT' as const, indicator: code }));
  if (rows.length === 0 || problems.length > 0) {
    return {
      ...NO_FIGURES,
      coverage: null,
      ...base,
      display: 'NONE',
      percent: NO_FIGURES,
      problems,
    };
  }

  const whole = Decimal.sum(...rows.map(weightOf));
  const weight = Decimal.sum(0, ...known.map(weightOf));
  const reached = Decimal.sum(0, ...known.map((row) => weightOf(row).times(progressOf(row))));
  const coverage = settle(weight.div(whole));
  const enough = known.length * 2 >= rows.length && coverage.greaterThanOrEqualTo('0.5');
  const central = enough ? reached.div(weight) : null;
  const low = reached.div(whole);
  const high = reached.plus(whole).minus(weight).div(whole);
  return {
    central: figure(central),
    low: figure(low),
    high: figure(high),
    coverage: figure(coverage),
    ...base,
    display: displayOf(base, central !== null),
    percent: { central: wholePercent(central), low: wholePercent(low), high: wholePercent(high) },
    problems,
  };
}

function displayOf(
  { assessed, total }: { assessed: number; total: number },
  central: boolean,
): CoverageDisplay {
  if (assessed === 0) return 'NO_FIGURE';
  if (!central) return 'RANGE_ONLY';
  return assessed === total ? 'FIGURE' : 'FIGURE_AND_RANGE';
}

function weightOf({ weight }: CoveredIndicator): Decimal {
  return dec(weight ?? 1);
}

function progressOf({ progress }: CoveredIndicator): Decimal {
  return clamp(decimalOrNull(progress) ?? dec(0), 0, 1);
}
