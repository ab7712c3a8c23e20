import type { Numeric } from '../values/decimal.ts';
import type { Maybe } from '../values/figure.ts';
import type { Relation, RuleMissingStrategy } from './compare.ts';
import type { RuleSeverity } from './outcome.ts';

export const RULE_FIGURES = ['VALUE', 'NUMERATOR', 'DENOMINATOR'] as const;
export type RuleFigure = (typeof RULE_FIGURES)[number];

/** A figure of an indicator, multiplied by a factor. */
export interface RuleTerm {
  indicator: string;
  figure: RuleFigure;
  factor: string;
}

/** One side of a rule: the sum of its terms and of a constant. */
export interface RuleSide {
  terms: RuleTerm[];
  constant: string | null;
}

/** A rule of officers for figures of one area and year. It never divides: a ratio is written as a multiple of the other side. */
export interface ValidationRule {
  code: string;
  left: RuleSide;
  operator: Relation;
  right: RuleSide;
  missing: RuleMissingStrategy;
  severity: RuleSeverity;
}

/** A rule with the message that is shown when it is broken, in the language of the reader or the one it fell back to. */
export interface WordedRule extends ValidationRule {
  message: { lang: string; text: string };
}

/** The figures of an indicator in one area and year, not broken down. */
export interface RuleFigures {
  value?: Maybe<Numeric>;
  numerator?: Maybe<Numeric>;
  denominator?: Maybe<Numeric>;
}

/** Gives the figures of an indicator by its code; nothing where it has none. */
export type FiguresOf = (indicator: string) => Maybe<RuleFigures>;

/** The rules that one cell has to keep, with the figures of other indicators that they need. */
export interface RulesOfCell {
  /** The indicator of the cell itself. */
  indicator: string;
  rules: readonly WordedRule[];
  /** The figures of the other indicators, in the area and year of the cell. */
  figuresOf: FiguresOf;
}
