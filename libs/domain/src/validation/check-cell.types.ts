import type { Maybe } from '../values/figure.ts';
import type { RateProblem } from '../progress/compute-rate.ts';
import type { IndicatorKind } from '../progress/target.ts';
import type { DecimalTextProblem } from '../values/decimal-text.ts';
import type { Numeric } from '../values/decimal.ts';
import type { RuleCode, RuleSeverity, Severity } from './outcome.ts';
import type { RulesOfCell } from './validation-rule.types.ts';

export const MISSING_REASONS = [
  'NOT_COLLECTED',
  'NOT_SHARED',
  'NOT_APPLICABLE',
  'SUPPRESSED',
] as const;
export type MissingReason = (typeof MISSING_REASONS)[number];

/** Whether a value is counted at a date, in a period, or since the baseline. */
export const VALUE_TYPES = ['STOCK', 'FLOW', 'CUMULATIVE'] as const;
export type ValueType = (typeof VALUE_TYPES)[number];

export interface CheckedIndicator {
  kind: IndicatorKind;
  /** Natural limits, inclusive; absent: none, except 0 and 5 for a law. */
  min?: Maybe<Numeric>;
  max?: Maybe<Numeric>;
  /** Only whole numbers are valid; always so for a law or a yes/no question. */
  integer?: Maybe<boolean>;
  /** Only whole multiples of this above the lower limit are valid. */
  step?: Maybe<Numeric>;
  decimals?: Maybe<number>;
  unit?: Maybe<string>;
  valueType?: Maybe<ValueType>;
}

export interface EarlierValue {
  year: number;
  value?: Maybe<Numeric>;
  /** OBS_STATUS; B marks a break in the series. */
  status?: Maybe<string>;
}

/** One reported cell: what was typed, and what it is compared with. */
export interface CheckCellInput {
  indicator: CheckedIndicator;
  value?: Maybe<Numeric>;
  /** The parts of a rate. Without a value of its own the cell has the value computed from them. */
  numerator?: Maybe<Numeric>;
  denominator?: Maybe<Numeric>;
  /** 100 for per cent; 1 when absent. */
  multiplier?: Maybe<Numeric>;
  missingReason?: Maybe<MissingReason>;
  obsStatus?: Maybe<string>;
  comment?: Maybe<string>;
  year: number;
  /** The calendar year of today. */
  currentYear: number;
  baselineYear?: Maybe<number>;
  /** For the stage of a law: when it was reached and what proves it. */
  fact?: Maybe<{ factDate?: Maybe<string>; provision?: Maybe<string> }>;
  /** Other years of the same cell, in any order. */
  history?: Maybe<readonly EarlierValue[]>;
  /** For a total: the validation rules of officers, which compare it with other indicators. */
  rules?: Maybe<RulesOfCell>;
}

export type CellCode =
  | DecimalTextProblem
  | RateProblem
  | RuleCode
  | 'CUMULATIVE_FALLS'
  | 'DENOMINATORS_DIFFER'
  | 'EVIDENCE_REQUIRED'
  | 'FACT_DATE_LATER'
  | 'FACT_DATE_REQUIRED'
  | 'LARGE_CHANGE'
  | 'NUMERATORS_DIFFER'
  | 'OUTLIER'
  | 'PARTS_DIFFER'
  | 'PERSONAL_DATA'
  | 'PROVISION_REQUIRED'
  | 'RATE_MISMATCH'
  | 'RULE_BROKEN'
  | 'SOURCE_REQUIRED'
  | 'UNIT_MAGNITUDE';

export interface CellHit {
  /** The function that found it, or the code of the validation rule that is broken. */
  rule: string;
  code: CellCode;
  severity: RuleSeverity;
  /** Figures for the sentence: canonical decimals, years. */
  params: Readonly<Record<string, string>>;
}

export interface CellCheck {
  /** The worst of the hits. */
  severity: Severity;
  /** In the order parse, range, period, parts, history, validation rules, comment. */
  hits: CellHit[];
}
