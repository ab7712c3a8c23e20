import { describe, expect, it } from '@jest/globals';
import { checkRules } from './check-rules.ts';
import type { FrameworkIndicator, FrameworkRule } from './framework-document.ts';

type Measured = Pick<
  FrameworkIndicator,
  'code' | 'kind' | 'unit' | 'multiplier' | 'regionalMethod'
>;
const measured = (code: string, more: Partial<Measured> = {}) => {
  const indicator: Measured = {
    ...{ code, kind: 'NUMERIC', unit: 'NUMBER', multiplier: '1', regionalMethod: 'SUM' },
    ...more,
  };
  return [code, indicator as FrameworkIndicator] as const;
};
const INDICATORS = new Map([
  measured('A1.1'),
  measured('A1.2'),
  measured('A1.3'),
  measured('A2.1', { unit: 'PT', multiplier: '100', regionalMethod: 'RATIO' }),
  measured('A2.2', { unit: 'PT', multiplier: '100' }),
  measured('A3.1', { unit: 'PER_10000', multiplier: '10000' }),
  measured('L1', { kind: 'MILESTONE', unit: 'STAGE' }),
]);

type Side = FrameworkRule['left'];
const of = (indicator: string, more: Partial<Side['terms'][number]> = {}) => ({
  ...{ indicator, figure: 'VALUE' as const, factor: '1' },
  ...more,
});
const side = (...terms: Side['terms']): Side => ({ terms, constant: null });
const number = (constant: string): Side => ({ terms: [], constant });
const rule = (part: Partial<FrameworkRule> = {}): FrameworkRule => ({
  code: 'R1',
  left: side(of('A1.1')),
  operator: 'LE',
  right: side(of('A1.2')),
  missing: 'SKIP_IF_ANY_VALUE_MISSING',
  severity: 'WARN',
  message: { en: 'Too many', ru: 'Слишком много' },
  active: true,
  ...part,
});
const problems = (...rules: FrameworkRule[]) =>
  checkRules(rules, INDICATORS).map(({ code, field }) => `${code} ${field}`);

describe('a validation rule', () => {
  it('may compare sums, multiples, numbers and the parts of rates', () => {
    expect(
      problems(
        rule(),
        rule({
          code: 'R2',
          left: side(of('A1.1'), of('A2.1', { figure: 'NUMERATOR', factor: '-0.5' })),
          right: number('100'),
        }),
        rule({ code: 'R3', left: side(of('A2.1')), right: side(of('A2.2')) }),
      ),
    ).toEqual([]);
  });

  it.each<[string, Partial<FrameworkRule>]>([
    ['SIDE_EMPTY rules.0.right', { right: side() }],
    ['UNKNOWN_REFERENCE rules.0.left.terms.0.indicator', { left: side(of('X9')) }],
    ['NO_NUMBER rules.0.right.terms.0.indicator', { right: side(of('L1')) }],
    [
      'NO_NUMERATOR rules.0.right.terms.0.figure',
      { right: side(of('A1.2', { figure: 'DENOMINATOR' })) },
    ],
    ['ZERO_FACTOR rules.0.left.terms.0.factor', { left: side(of('A1.1', { factor: '0' })) }],
    ['SIDES_EQUAL rules.0.right', { right: side(of('A1.1')) }],
    // without the terms that both sides share, only two constants are left
    [
      'SIDES_EQUAL rules.0.right',
      {
        left: { terms: [of('A1.1'), of('A1.2')], constant: '5' },
        right: side(of('A1.2'), of('A1.1')),
      },
    ],
    ['SIDES_EQUAL rules.0.right', { left: number('5'), right: number('6') }],
    ['UNITS_DIFFER rules.0.right.terms.0.indicator', { right: side(of('A2.2')) }],
    ['UNITS_DIFFER rules.0.left.terms.1.indicator', { left: side(of('A1.1'), of('A3.1')) }],
    ['UNITS_DIFFER rules.0.right.terms.0.indicator', { right: side(of('A2.1')) }],
  ])('is refused: %s', (problem, part) => {
    expect(problems(rule(part))).toEqual([problem]);
    const [{ params } = { params: {} }] = checkRules([rule(part)], INDICATORS);
    expect(params).toMatchObject({ object: 'R1' });
  });
});

describe('rules that contradict each other', () => {
  const between = (code: string, a: string, b: string, operator: FrameworkRule['operator']) =>
    rule({ code, operator, left: side(of(a)), right: side(of(b)) });

  it('are told at each of them, with the others', () => {
    const cycle = [
      between('R1', 'A1.1', 'A1.2', 'LT'),
      between('R2', 'A1.2', 'A1.3', 'LE'),
      between('R3', 'A1.1', 'A1.3', 'GE'),
    ];
    expect(checkRules(cycle, INDICATORS)).toEqual([
      {
        code: 'RULES_CONTRADICT',
        field: 'rules.0.operator',
        params: { object: 'R1', text: 'R2, R3' },
      },
      {
        code: 'RULES_CONTRADICT',
        field: 'rules.1.operator',
        params: { object: 'R2', text: 'R3, R1' },
      },
      {
        code: 'RULES_CONTRADICT',
        field: 'rules.2.operator',
        params: { object: 'R3', text: 'R1, R2' },
      },
    ]);
  });

  it('are none where one of them is off, or all can hold at once', () => {
    const a = between('R1', 'A1.1', 'A1.2', 'LT');
    const b = between('R2', 'A1.2', 'A1.1', 'LT');
    expect(problems(a, b)).toHaveLength(2);
    expect(problems(a, { ...b, active: false })).toEqual([]);
    expect(problems({ ...a, operator: 'LE' }, { ...b, operator: 'LE' })).toEqual([]);
    expect(problems({ ...a, operator: 'LE' }, { ...b, operator: 'NE' })).toEqual([]);
  });

  it('leave no figures that are unequal', () => {
    const unequal = between('R9', 'A1.2', 'A1.1', 'NE');
    expect(problems(between('R1', 'A1.1', 'A1.2', 'EQ'), unequal)).toEqual([
      'RULES_CONTRADICT rules.1.operator',
    ]);
    const both = [between('R1', 'A1.1', 'A1.2', 'LE'), between('R2', 'A1.1', 'A1.2', 'GE')];
    expect(checkRules([...both, unequal], INDICATORS)).toEqual([
      {
        ...{ code: 'RULES_CONTRADICT', field: 'rules.2.operator' },
        params: { object: 'R9', text: 'R1, R2' },
      },
    ]);
  });

  it('are found by the numbers that they name', () => {
    const at = (code: string, operator: FrameworkRule['operator'], constant: string) =>
      rule({ code, operator, right: number(constant) });
    expect(problems(at('R1', 'LE', '5'), at('R2', 'GE', '5'))).toEqual([]);
    expect(problems(at('R1', 'LE', '5'), at('R2', 'GE', '6'))).toHaveLength(2);
    expect(problems(at('R1', 'LE', '50'), at('R2', 'GE', '6'))).toEqual([]);
  });
});
