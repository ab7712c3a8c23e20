import { decimalText } from '../values/decimal-text.ts';
import { dec, type Decimal } from '../values/decimal.ts';
import type { CellHit } from './check-cell.types.ts';
import { compare, type Comparison } from './compare.ts';
import type {
  FiguresOf,
  RuleFigures,
  RuleSide,
  RulesOfCell,
  ValidationRule,
} from './validation-rule.types.ts';

const KEY = { VALUE: 'value', NUMERATOR: 'numerator', DENOMINATOR: 'denominator' } as const;

/** The codes of all indicators that the rule names. */
export const namedIn = ({ left, right }: Pick<ValidationRule, 'left' | 'right'>): string[] => [
  ...new Set([...left.terms, ...right.terms].map(({ indicator }) => indicator)),
];

/**
 * Does the rule hold for these figures? They are compared exactly, as stored, never rounded. The rule's strategy says what happens
 * if one is missing (`compare`); a side of which only the constant is known is not judged. Source: methods.md 7 (compare).
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

/**
 * The rules that these figures of a cell break. Each indicator whose figure a rule compares gets the hit, since any of them may be
 * the wrong one; an indicator without such a figure never does.
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
