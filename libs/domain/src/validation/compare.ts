import { type Maybe, asGiven } from '../values/figure.ts';
import type { Decimal, Numeric } from '../values/decimal.ts';
import { type Outcome, present } from './outcome.ts';
import { sum } from './statistics.ts';

export const RELATIONS = ['EQ', 'NE', 'GT', 'GE', 'LT', 'LE'] as const;
export type Relation = (typeof RELATIONS)[number];
type Pair = 'COMPULSORY_PAIR' | 'EXCLUSIVE_PAIR';
export type CompareOperator = Relation | Pair;

/** What a rule may say of a side with a missing value, as DHIS2 names it. */
export const MISSING_STRATEGIES = [
  'SKIP_IF_ANY_VALUE_MISSING',
  'SKIP_IF_ALL_VALUES_MISSING',
] as const;
export type RuleMissingStrategy = (typeof MISSING_STRATEGIES)[number];
export type MissingStrategy = RuleMissingStrategy | 'NEVER_SKIP';

type Side = readonly Maybe<Numeric>[];

export interface CompareInput {
  left: Side;
  right: Side;
  operator: CompareOperator;
  /** SKIP_IF_ANY_VALUE_MISSING when absent. Pairs do not need it: they judge which side is missing. */
  missing?: Maybe<MissingStrategy>;
  /** `missing` under the name that DHIS2 gives it. */
  missingValueStrategy?: Maybe<MissingStrategy>;
  /** `missing` under shorter names. */
  strategy?: Maybe<MissingStrategy>;
  missingStrategy?: Maybe<MissingStrategy>;
}

export interface Comparison {
  result: Outcome;
  /** The sums; null where a side is skipped, absent for a pair. */
  left?: number | null;
  right?: number | null;
}

const HOLDS: Readonly<Record<Relation, (order: number) => boolean>> = {
  EQ: (order) => order === 0,
  NE: (order) => order !== 0,
  GT: (order) => order > 0,
  GE: (order) => order >= 0,
  LT: (order) => order < 0,
  LE: (order) => order <= 0,
};

/**
 * ERROR unless Σ left *operator* Σ right holds; SKIP where a side has too few values for the strategy. A
 * compulsory pair has both sides or neither, an exclusive pair at most one. Exact, unrounded.
 * Source: DHIS2 validation rules, methods.md 7.
 */
export function compare(input: CompareInput): Comparison {
  const { operator } = input;
  if (operator === 'COMPULSORY_PAIR' || operator === 'EXCLUSIVE_PAIR') {
    return { result: pairHolds(operator, input) ? 'OK' : 'ERROR' };
  }
  const strategy = strategyOf(input);
  const left = total(input.left, strategy);
  const right = total(input.right, strategy);
  if (left === null || right === null) return { result: 'SKIP', left: null, right: null };
  const holds = HOLDS[operator](left.comparedTo(right));
  return { result: holds ? 'OK' : 'ERROR', left: asGiven(left), right: asGiven(right) };
}

function strategyOf(input: CompareInput): MissingStrategy {
  const short = input.strategy ?? input.missingStrategy;
  return input.missing ?? input.missingValueStrategy ?? short ?? 'SKIP_IF_ANY_VALUE_MISSING';
}

function pairHolds(pair: Pair, { left, right }: CompareInput): boolean {
  const hasLeft = present(left).length > 0;
  const hasRight = present(right).length > 0;
  return pair === 'COMPULSORY_PAIR' ? hasLeft === hasRight : !(hasLeft && hasRight);
}

/** Null: the strategy skips the side. A missing value that is not skipped counts as zero. */
function total(side: Side, strategy: MissingStrategy): Decimal | null {
  const values = present(side);
  if (strategy === 'NEVER_SKIP') return sum(values);
  const incomplete = strategy === 'SKIP_IF_ANY_VALUE_MISSING' && values.length < side.length;
  return values.length === 0 || incomplete ? null : sum(values);
}
