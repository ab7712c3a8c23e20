import { decimalText } from '../values/decimal-text.ts';
import { dec, type Decimal, type Numeric } from '../values/decimal.ts';
import type { Maybe } from '../values/figure.ts';
import type { CellHit } from './check-cell.types.ts';
import { compare, type Comparison, type MissingStrategy, type Relation } from './compare.ts';

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
  severity: CellHit['severity'];
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

const KEY = { VALUE: 'value', NUMERATOR: 'numerator', DENOMINATOR: 'denominator' } as const;

/** The codes of all indicators that the rule names. */
export const namedIn = ({ left, right }: Pick<ValidationRule, 'left' | 'right'>): string[] => [
  ...new Set([...left.terms, ...right.terms].map(({ indicator }) => indicator)),
];

/**
 * Does the rule hold of these figures? Compared exactly, as they are stored, and never rounded. What happens where one is missing
 * says its strategy (`compare`); a side of which nothing but its number is known is not judged. Source: methods.md 7 (compare).
 */
export function judgeRule(
  { left, operator, right, missing }: Omit<ValidationRule, 'code' | 'severity'>,
  figuresOf: FiguresOf,
): Comparison {
  return compare({
    left: valuesOf(left, figuresOf),
    right: valuesOf(right, figuresOf),
    operator,
    missing,
  });
}

function valuesOf({ terms, constant }: RuleSide, figuresOf: FiguresOf): (Decimal | null)[] {
  const values = terms.map(({ indicator, figure, factor }) => {
    const found = figuresOf(indicator)?.[KEY[figure]] ?? null;
    return found === null ? null : dec(found).times(dec(factor));
  });
  const isUnknown = values.length > 0 && values.every((value) => value === null);
  return isUnknown || constant === null ? values : [...values, dec(constant)];
}

/** The rules that one cell is held against, with what stands beside it. */
export interface RulesOfCell {
  /** Of the cell itself. */
  indicator: string;
  rules: readonly WordedRule[];
  /** Of the other indicators, in the area and year of the cell. */
  figuresOf: FiguresOf;
}

/**
 * The rules that are broken with these figures of a cell. Told at each indicator whose figure the rule compares, since any of them
 * may be the wrong one; never at one that has none.
 */
export function brokenRules(
  own: RuleFigures,
  { indicator, rules, figuresOf }: RulesOfCell,
): CellHit[] {
  const withOwn: FiguresOf = (code) => (code === indicator ? own : figuresOf(code));
  const isCompared = ({ left, right }: ValidationRule) =>
    [...left.terms, ...right.terms].some(
      (term) => term.indicator === indicator && own[KEY[term.figure]] != null,
    );
  return rules.filter(isCompared).flatMap((rule): CellHit[] => {
    const { result, left, right } = judgeRule(rule, withOwn);
    if (result !== 'ERROR') return [];
    const { code, severity, message } = rule;
    return [
      {
        rule: code,
        code: 'RULE_BROKEN',
        severity,
        params: {
          text: message.text,
          textLanguage: message.lang,
          left: decimalText(left ?? 0),
          right: decimalText(right ?? 0),
        },
      },
    ];
  });
}
