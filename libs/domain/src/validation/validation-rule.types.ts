import type { Numeric } from '../values/decimal.ts';
import type { Maybe } from '../values/figure.ts';
import type { MissingStrategy, Relation } from './compare.ts';

export const RULE_FIGURES = ['VALUE', 'NUMERATOR', 'DENOMINATOR'] as const;
export type RuleFigure = (typeof RULE_FIGURES)[number];

/** A figure of an indicator, taken so many times. */
export interface RuleTerm {
  indicator: string;
  figure: RuleFigure;
  factor: string;
}

/** The sum of its terms and of a number. */
export interface RuleSide {
  terms: RuleTerm[];
  constant: string | null;
}

/** What officers ask of figures of one area and year. Nothing is divided: a ratio is a multiple of the other side. */
export interface ValidationRule {
  code: string;
  left: RuleSide;
  operator: Relation;
  right: RuleSide;
  missing: Exclude<MissingStrategy, 'NEVER_SKIP'>;
  severity: 'WARN' | 'ERROR';
}

/** What the rule says where it is broken, in the language of the reader or in the one it fell back to. */
export interface WordedRule extends ValidationRule {
  message: { lang: string; text: string };
}

/** What an indicator has in one area and year, undivided. */
export interface RuleFigures {
  value?: Maybe<Numeric>;
  numerator?: Maybe<Numeric>;
  denominator?: Maybe<Numeric>;
}

/** By the code of an indicator; nothing where it has none. */
export type FiguresOf = (indicator: string) => Maybe<RuleFigures>;

/** The rules that one cell is held against, with what stands beside it. */
export interface RulesOfCell {
  /** Of the cell itself. */
  indicator: string;
  rules: readonly WordedRule[];
  /** Of the other indicators, in the area and year of the cell. */
  figuresOf: FiguresOf;
}
