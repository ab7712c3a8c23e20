import { describe, expect, it } from '@jest/globals';
import { checkCell, checkSubmission } from './check-cell.ts';
import type { Relation } from './compare.ts';
import { brokenRules, judgeRule, namedIn } from './validation-rule.ts';
import type { RuleFigures, RuleSide, WordedRule } from './validation-rule.types.ts';

const side = (...codes: string[]): RuleSide => ({
  terms: codes.map((indicator) => ({ indicator, figure: 'VALUE', factor: '1' })),
  constant: null,
});

const RULE: WordedRule = {
  code: 'R1',
  left: side('A1', 'A2'),
  operator: 'LE',
  right: side('B1'),
  missing: 'SKIP_IF_ANY_VALUE_MISSING',
  severity: 'WARN',
  message: { lang: 'en', text: 'More than there are.' },
};
const figures =
  (known: Record<string, RuleFigures | string>) =>
  (code: string): RuleFigures | null => {
    const found = known[code] ?? null;
    return typeof found === 'string' ? { value: found } : found;
  };

describe('a rule over indicators', () => {
  it.each<[Relation, string, string]>([
    ['EQ', '3', 'OK'],
    ['NE', '3', 'ERROR'],
    ['GT', '3', 'ERROR'],
    ['GE', '3', 'OK'],
    ['LT', '3', 'ERROR'],
    ['LE', '3', 'OK'],
    ['LE', '2.9999', 'ERROR'],
  ])('adds up a side and compares it exactly: %s %s is %s', (operator, right, result) => {
    const found = judgeRule({ ...RULE, operator }, figures({ A1: '0.1', A2: '2.9', B1: right }));
    expect(found.result).toBe(result);
  });

  it('takes a figure so many times, and a number beside it', () => {
    const right: RuleSide = {
      terms: [{ indicator: 'B1', figure: 'DENOMINATOR', factor: '0.5' }],
      constant: '-1',
    };
    const known = figures({ A1: '20', A2: '29', B1: { denominator: '100' } });
    expect(judgeRule({ ...RULE, right }, known)).toMatchObject({ result: 'OK', right: 49 });
    expect(judgeRule({ ...RULE, right, operator: 'LT' }, known).result).toBe('ERROR');
  });

  it.each<[WordedRule['missing'], Record<string, string>, string]>([
    ['SKIP_IF_ANY_VALUE_MISSING', { A1: '9', B1: '3' }, 'SKIP'],
    // the known part of the sum is already too large
    ['SKIP_IF_ALL_VALUES_MISSING', { A1: '9', B1: '3' }, 'ERROR'],
    ['SKIP_IF_ALL_VALUES_MISSING', { B1: '3' }, 'SKIP'],
    ['SKIP_IF_ALL_VALUES_MISSING', { A1: '9', A2: '9' }, 'SKIP'],
  ])('with %s and %j answers %s', (missing, known, result) => {
    expect(judgeRule({ ...RULE, missing }, figures(known)).result).toBe(result);
  });

  it('does not judge a side of which only its number is known', () => {
    const left = { ...side('A1'), constant: '500' };
    const rule = { ...RULE, left, missing: 'SKIP_IF_ALL_VALUES_MISSING' } as const;
    expect(judgeRule(rule, figures({ B1: '3' })).result).toBe('SKIP');
  });

  it('names every indicator once', () => {
    expect(namedIn({ left: side('A1', 'A1'), right: side('B1') })).toEqual(['A1', 'B1']);
  });
});

describe('a broken rule', () => {
  const rules = [RULE];
  const known = figures({ A1: '2', A2: '2', B1: '3' });
  const of = (indicator: string) => ({ indicator, rules, figuresOf: known });

  it('is told at each figure that it compares, with its own words and both sides', () => {
    expect(brokenRules({ value: '2' }, of('A2'))).toEqual([
      {
        rule: 'R1',
        code: 'RULE_BROKEN',
        severity: 'WARN',
        params: { text: 'More than there are.', textLanguage: 'en', left: '4', right: '3' },
      },
    ]);
    expect(brokenRules({ value: '3' }, of('B1'))).toHaveLength(1);
  });

  it('takes what is in the cell, and not what stood there', () => {
    expect(brokenRules({ value: '1' }, of('A2'))).toEqual([]);
  });

  it('is not told where there is no figure of it, or at another indicator', () => {
    const missing = 'SKIP_IF_ALL_VALUES_MISSING';
    const loose = { ...of('A2'), rules: [{ ...RULE, left: side('A1', 'A2', 'B1'), missing }] };
    expect(brokenRules({ value: null }, { ...loose, rules: loose.rules as WordedRule[] })).toEqual(
      [],
    );
    expect(brokenRules({ value: '9' }, of('C1'))).toEqual([]);
  });

  it('wants a comment where it warns, and keeps the value back where it is an error', () => {
    const cell = {
      indicator: { kind: 'NUMERIC' as const },
      value: '2',
      year: 2024,
      currentYear: 2026,
      rules: of('A1'),
    };
    expect(checkCell(cell)).toMatchObject({ severity: 'WARN' });
    const codes = (comment: string | null) =>
      checkSubmission({ ...cell, comment }, 'NAMED_SOURCE').hits.map(({ code }) => code);
    expect(codes(null)).toEqual(['RULE_BROKEN', 'COMMENT_REQUIRED']);
    expect(codes('The register counts persons twice.')).toEqual(['RULE_BROKEN']);
    const strict = { ...of('A1'), rules: [{ ...RULE, severity: 'ERROR' as const }] };
    expect(checkSubmission({ ...cell, rules: strict }, 'NAMED_SOURCE').severity).toBe('ERROR');
  });

  it('takes the value that the parts of a rate give', () => {
    const share = { kind: 'NUMERIC' as const, max: '100', decimals: 1 };
    const hits = (numerator: string) =>
      checkCell({
        indicator: share,
        numerator,
        denominator: '1000',
        multiplier: '100',
        year: 2024,
        currentYear: 2026,
        rules: of('A1'),
      }).hits;
    expect(hits('11')).toMatchObject([{ code: 'RULE_BROKEN', params: { left: '3.1' } }]);
    expect(hits('9')).toEqual([]);
  });
});
