import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { compare } from './compare.ts';
import { duplicateKey } from './duplicate-key.ts';
import { minMax } from './min-max.ts';
import { modifiedZScore } from './modified-z-score.ts';
import { monotoneCumulative } from './monotone-cumulative.ts';
import { period } from './period.ts';
import { range } from './range.ts';
import { rateConsistency } from './rate-consistency.ts';
import { required } from './required.ts';
import { sumOfParts } from './sum-of-parts.ts';
import { unitMagnitude } from './unit-magnitude.ts';
import { yearOnYear } from './year-on-year.ts';

describe('required', () => {
  test('a status without a comment explains nothing', () => {
    expect(required({ value: null, status: 'Q', comment: '  ' }).code).toBe('COMMENT_REQUIRED');
  });

  test('a normal status cannot stand for a missing value', () => {
    expect(required({ status: 'A', comment: 'later' }).code).toBe('VALUE_REQUIRED');
  });
});

describe('range', () => {
  test('limits belong to it', () => {
    expect(range({ value: '100', min: '0', max: '100' }).result).toBe('OK');
  });

  test('a change may be negative and more than a hundred per cent', () => {
    expect(range({ value: '-120.5' }).result).toBe('OK');
  });

  test('a decimal is compared exactly', () => {
    expect(range({ value: '100.00000000000001', max: 100 }).code).toBe('ABOVE_MAX');
  });

  test('a whole number may be written with decimals', () => {
    expect(range({ value: '12.0', integer: true }).result).toBe('OK');
  });

  test('an index of 0, 50 or 100 takes no 1', () => {
    const index = { min: 0, max: 100, step: '50' };
    expect(range({ ...index, value: '50.0' }).result).toBe('OK');
    expect(range({ ...index, value: '1' }).code).toBe('NOT_A_STEP');
    expect(range({ min: '0.5', step: '0.1', value: '0.8' }).result).toBe('OK');
  });

  test('nothing is in no range', () => {
    expect(range({ value: null, min: 0 }).result).toBe('SKIP');
  });
});

describe('outliers', () => {
  test('where most years are the same the mean deviation takes over', () => {
    const usual = modifiedZScore({ history: [5, 5, 5, 5, 10], value: 6 });
    expect(usual).toEqual({ result: 'OK', score: 0.7979, median: 5, mad: 0 });
    expect(modifiedZScore({ history: [5, 5, 5, 5, 10], value: 10 }).result).toBe('WARN');
  });

  test('after a constant history every other value is unusual', () => {
    const unusual = modifiedZScore({ history: ['1', '1', '1', '1'], value: '2' });
    expect(unusual).toEqual({ result: 'WARN', score: null, median: 1, mad: 0 });
  });

  test('missing years are no history', () => {
    expect(modifiedZScore({ history: [1, null, 2, 3], value: 2 }).result).toBe('SKIP');
    expect(minMax({ history: [1, null, 2], value: 2 })).toEqual({
      result: 'SKIP',
      lower: null,
      upper: null,
    });
  });

  test('a value on the bound is usual', () => {
    expect(minMax({ history: [2, 2, 2], value: 2 })).toEqual({ result: 'OK', lower: 2, upper: 2 });
  });
});

describe('yearOnYear', () => {
  test('exactly half more is usual, and so is a change of less than ten', () => {
    expect(yearOnYear({ value: 150, previous: 100 })).toEqual({ result: 'OK', change: 0.5 });
    expect(yearOnYear({ value: 19, previous: 10 }).result).toBe('OK');
    expect(yearOnYear({ value: 20, previous: 10 }).result).toBe('WARN');
  });

  test('two years may bring twice the change', () => {
    expect(yearOnYear({ value: 190, previous: 100, gapYears: 2 }).result).toBe('OK');
  });

  test('a fall from below zero is measured on its size', () => {
    expect(yearOnYear({ value: -40, previous: -20 })).toEqual({ result: 'WARN', change: -1 });
  });
});

describe('compare', () => {
  test.each([
    ['SKIP_IF_ANY_VALUE_MISSING', 'SKIP', null],
    ['SKIP_IF_ALL_VALUES_MISSING', 'OK', 275],
    ['NEVER_SKIP', 'OK', 275],
  ] as const)('with %s a sum with a missing part is %s', (missing, result, left) => {
    const sides = { left: [275, null], right: ['4100'], operator: 'LE' } as const;
    expect(compare({ ...sides, missing })).toMatchObject({ result, left });
    expect(compare({ ...sides, missingStrategy: missing })).toMatchObject({ result, left });
  });

  test('a side without any value is skipped unless nothing is', () => {
    const sides = { left: [null], right: [5], operator: 'EQ' } as const;
    expect(compare({ ...sides, missing: 'SKIP_IF_ALL_VALUES_MISSING' }).result).toBe('SKIP');
    expect(compare({ ...sides, missing: 'NEVER_SKIP' })).toEqual({
      result: 'ERROR',
      left: 0,
      right: 5,
    });
  });

  test.each([
    ['EQ', false],
    ['NE', true],
    ['LT', true],
    ['LE', true],
    ['GT', false],
    ['GE', false],
  ] as const)('0.1 + 0.2 %s 0.4: %s', (operator, holds) => {
    const { result } = compare({ left: ['0.1', 0.2], right: [0.4], operator });
    expect(result).toBe(holds ? 'OK' : 'ERROR');
  });

  test('a compulsory pair may be empty, an exclusive pair half full', () => {
    const none = { left: [null], right: [null] };
    expect(compare({ ...none, operator: 'COMPULSORY_PAIR' }).result).toBe('OK');
    expect(compare({ ...none, left: [0], operator: 'EXCLUSIVE_PAIR' }).result).toBe('OK');
  });
});

describe('sumOfParts', () => {
  test('decimals add up exactly', () => {
    expect(sumOfParts({ parts: [0.1, 0.2], total: 0.3 }).result).toBe('OK');
  });

  test('rounded shares may miss the whole by the tolerance', () => {
    const parts = [33.3, 33.3, 33.3];
    expect(sumOfParts({ parts, total: 100, tolerance: 0.1 }).result).toBe('OK');
    expect(sumOfParts({ parts, total: 100 }).result).toBe('ERROR');
  });

  test('parts that already exceed the total are wrong whatever is missing', () => {
    expect(sumOfParts({ parts: [200, null, 100], total: 275 })).toEqual({
      result: 'ERROR',
      sum: 300,
      difference: 25,
    });
    expect(sumOfParts({ parts: [200, null], total: 275 }).result).toBe('SKIP');
  });

  test('no parts cannot be judged', () => {
    expect(sumOfParts({ parts: [], total: 0 })).toEqual({ result: 'SKIP', sum: null });
  });

  test('parts always match their own total, and no other', () => {
    const count = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(
        fc.array(count, { minLength: 1 }),
        fc.integer({ min: 1, max: 9 }),
        (parts, off) => {
          const total = parts.reduce((sum, part) => sum + part, 0);
          expect(sumOfParts({ parts, total }).result).toBe('OK');
          expect(sumOfParts({ parts, total: total + off })).toMatchObject({
            result: 'ERROR',
            difference: -off,
          });
        },
      ),
    );
  });
});

describe('monotoneCumulative', () => {
  test('a gap does not hide a fall', () => {
    const series = [
      { year: 2022, value: '120' },
      { year: 2023, value: null },
      { year: 2024, value: '110' },
      { year: 2025, value: '115' },
    ];
    expect(monotoneCumulative({ series })).toEqual({ result: 'ERROR', years: [2024] });
  });

  test('a new definition starts afresh', () => {
    const series = [
      { year: 2022, value: 120 },
      { year: 2023, value: 20, status: 'B' },
      { year: 2024, value: 30 },
    ];
    expect(monotoneCumulative({ series })).toEqual({ result: 'OK', years: [] });
  });
});

describe('rateConsistency', () => {
  test('half a unit of the last decimal passes, more does not', () => {
    const parts = { numerator: 1, denominator: 8, multiplier: 100, decimals: 0 };
    expect(rateConsistency({ ...parts, rate: 12 }).result).toBe('OK');
    expect(rateConsistency({ ...parts, rate: 13 }).result).toBe('OK');
    expect(rateConsistency({ ...parts, rate: 14 }).result).toBe('ERROR');
  });

  test('without its parts a rate cannot be judged', () => {
    const unknown = rateConsistency({ numerator: null, denominator: 0, rate: 5, multiplier: 100 });
    expect(unknown).toEqual({ result: 'SKIP', expected: null });
  });
});

describe('unitMagnitude', () => {
  const history = [100, 100, 100];
  test.each([
    [8, 0.1],
    [1250, 10],
    [1251, null],
    [10000, 100],
    ['0.1', 0.001],
    [100000, 1000],
    [100000000, 1000000],
    [1000000, null],
    [0, null],
    [-1000, null],
  ])('%s after a hundred is off by %s', (value, factor) => {
    expect(unitMagnitude({ history, value })).toEqual({ result: factor ? 'WARN' : 'OK', factor });
  });

  test('nothing is a multiple of zero', () => {
    expect(unitMagnitude({ history: [0, 0, 0], value: 10 })).toEqual({
      result: 'SKIP',
      factor: null,
    });
  });
});

describe('duplicateKey', () => {
  test('a blank dimension is the total', () => {
    const keys = [
      ['KZ', 'A', ''],
      ['KZ', 'A', '_T'],
      ['KZ', 'A', null],
      ['KZ', 'A'],
      ['KZ', 'A', 'F'],
    ];
    expect(duplicateKey({ keys })).toEqual({ result: 'ERROR', rows: [[0, 1, 2, 3]] });
  });

  test('codes do not run into each other', () => {
    expect(
      duplicateKey({
        keys: [
          ['A', 'B,C'],
          ['A,B', 'C'],
        ],
      }).rows,
    ).toEqual([]);
  });

  test('every row is either alone or in exactly one group with its equals', () => {
    const code = fc.constantFrom('KZ', 'KG', '', '_T');
    fc.assert(
      fc.property(fc.array(fc.tuple(code, code)), (keys) => {
        const { rows } = duplicateKey({ keys });
        const spelled = keys.map((key) => key.map((part) => part || '_T').join('|'));
        const grouped = rows.flat();
        expect(new Set(grouped).size).toBe(grouped.length);
        for (const group of rows) {
          expect(new Set(group.map((row) => spelled[row])).size).toBe(1);
        }
        expect(new Set(spelled).size).toBe(keys.length - grouped.length + rows.length);
      }),
    );
  });
});

describe('period', () => {
  test('the current year is provisional or not closed', () => {
    expect(period({ year: 2026, status: 'A', currentYear: 2026 })).toEqual({
      result: 'WARN',
      code: 'YEAR_NOT_CLOSED',
    });
  });

  test('the baseline year itself is not before the baseline', () => {
    expect(period({ year: 2022, currentYear: 2026, baselineYear: 2022 }).result).toBe('OK');
  });
});
