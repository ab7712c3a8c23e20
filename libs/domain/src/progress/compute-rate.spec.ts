import { expect, test } from '@jest/globals';

import { type ComputeRateInput, computeRate } from './compute-rate.ts';

function percentage(rest: Partial<ComputeRateInput>) {
  return computeRate({ multiplier: 100, decimals: 1, kind: 'SHARE', ...rest });
}

test('halves go away from zero, as a double would not', () => {
  expect(computeRate({ numerator: '1.255', denominator: 1, decimals: 2 }).value).toBe(1.26);
});

test('a hidden part is said before anything about the other part', () => {
  expect(percentage({ numerator: 3, denominator: 0, numeratorStatus: 'Q' })).toEqual({
    value: null,
    obsStatus: 'Q',
    missingReason: 'SUPPRESSED',
    problems: [],
    flags: [],
  });
});

test('none of none is not applicable, and no problem', () => {
  expect(percentage({ numerator: 0, denominator: 0 })).toMatchObject({
    value: null,
    obsStatus: 'M',
    missingReason: 'NOT_APPLICABLE',
    problems: [],
  });
});

test('every negative part is named', () => {
  const { problems } = percentage({ numerator: -1, denominator: -1 });
  expect(problems).toEqual(['NEGATIVE_NUMERATOR', 'NEGATIVE_DENOMINATOR']);
});

test('a rate is as good as its weaker part', () => {
  const parts = { numerator: 1, denominator: 4 };
  expect(percentage({ ...parts, numeratorStatus: 'P', denominatorStatus: 'I' })).toMatchObject({
    value: 25,
    obsStatus: 'E',
    flags: ['ESTIMATED', 'PROVISIONAL'],
  });
  expect(percentage({ ...parts, numeratorStatus: 'U', denominatorStatus: 'B' })).toMatchObject({
    obsStatus: 'B',
    flags: ['BREAK_IN_SERIES', 'LOW_RELIABILITY'],
  });
});

test.each([[-1], [1.5], [13]])('%d decimals cannot be printed', (decimals) => {
  expect(percentage({ numerator: 1, denominator: 4, decimals }).problems).toEqual([
    'INVALID_CONFIG',
  ]);
});
