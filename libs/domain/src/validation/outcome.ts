import { type Decimal, type Numeric, dec } from '../values/decimal.ts';

/** WARN requires a comment, ERROR blocks submission. Source: methods.md 7. */
export const RULE_SEVERITIES = ['WARN', 'ERROR'] as const;
export type RuleSeverity = (typeof RULE_SEVERITIES)[number];
export const SEVERITIES = ['OK', ...RULE_SEVERITIES] as const;
export type Severity = (typeof SEVERITIES)[number];

/** SKIP: the rule cannot judge. */
export type Outcome = Severity | 'SKIP';

export type RuleCode =
  | 'ABOVE_MAX'
  | 'BEFORE_BASELINE'
  | 'BELOW_MIN'
  | 'COMMENT_REQUIRED'
  | 'FUTURE_PERIOD'
  | 'NOT_A_STEP'
  | 'NOT_INTEGER'
  | 'RATE_TOO_HIGH'
  | 'VALUE_REQUIRED'
  | 'YEAR_NOT_CLOSED'
  | 'ZERO_DENOMINATOR';

/** The result of a rule, and its code where it is not OK. */
export interface Verdict {
  result: Outcome;
  code?: RuleCode;
}

export const OK: Verdict = { result: 'OK' };
export const SKIP: Verdict = { result: 'SKIP' };

/** The values without the missing ones, exact. */
export function present(values: readonly (Numeric | null | undefined)[]): Decimal[] {
  return values.filter((value) => value != null).map((value) => dec(value));
}
