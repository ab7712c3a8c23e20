import { expect, test } from '@jest/globals';

import { benchmarkGap, type BenchmarkGapInput } from './benchmark-gap.ts';

const familyPlaces: BenchmarkGapInput = {
  benchmark: { value: 1, per: 7500 },
  population: { value: 7073522, year: 2023, status: 'E' },
  reported: { units: 205, year: 2023 },
};

function gap(rest: Partial<BenchmarkGapInput>) {
  return benchmarkGap({ ...familyPlaces, ...rest });
}

test('a benchmark of one per 7,500 is reckoned as its source writes it', () => {
  expect(gap({})).toMatchObject({ needed: 944, shortBy: 739, met: false, approximate: true });
});

test('a need that is exactly whole is not rounded up', () => {
  expect(gap({ population: { value: 75000 } }).needed).toBe(10);
});

test('full-time posts are needed in tenths', () => {
  expect(gap({ population: { value: 10000 }, decimals: 1 }).needed).toBe(1.4);
});

test('a hidden population hides the need, which would give it away', () => {
  expect(gap({ population: { value: 7073522, status: 'Q' } })).toEqual({
    needed: null,
    reported: null,
    shortBy: null,
    share: null,
    met: null,
    approximate: false,
    reason: 'SUPPRESSED',
    flags: [],
  });
});

test('a population more than five years away answers nothing', () => {
  const population = { value: 7073522, year: 2017 };
  expect(gap({ population })).toMatchObject({ needed: null, reason: 'POPULATION_OUTDATED' });
  expect(gap({ population: { ...population, year: 2018 } })).toMatchObject({
    needed: 944,
    flags: ['POPULATION_YEAR_DIFFERS'],
  });
});

test('a rate keeps the number of people it was published for', () => {
  const reported = { rate: '3', per: 100000, year: 2023 };
  expect(gap({ reported })).toMatchObject({ reported: 212, flags: ['DERIVED_FROM_RATE'] });
});

test('a benchmark of nothing is met, and no share of it can be told', () => {
  const benchmark = { value: 0, per: 100, sense: 'AT_LEAST' } as const;
  expect(gap({ benchmark })).toMatchObject({ needed: 0, met: true, share: null });
});

test.each([
  ['below zero', { value: -1, per: 100 }],
  ['without its per', { value: 1 }],
  ['of more than the whole', { value: 101, kind: 'SHARE' }],
] as const)('a benchmark %s is invalid', (_title, benchmark) => {
  expect(gap({ benchmark }).reason).toBe('INVALID_BENCHMARK');
});

test('nobody lives there: no answer', () => {
  expect(gap({ population: { value: 0 } })).toMatchObject({
    reason: 'INVALID_POPULATION',
    reported: 205,
  });
});
