import { expect, test } from '@jest/globals';

import { comparators } from './comparators.ts';

const facts = {
  direction: 'INCREASE',
  baselineValue: 1,
  baselineYear: 2020,
  targetValue: 100,
  targetYear: 2030,
  latestValue: 10,
  latestYear: 2025,
} as const;

test('a growth rate calls 9 % of the way at half time on track, the others do not', () => {
  expect(comparators(facts)).toMatchObject({
    eurostat: 'ON_TRACK',
    unsd: '3_MET_OR_ON_TRACK',
    escap: 'ACCELERATE',
    sdsn: 'STAGNATING',
    linearPace: 0.181818,
  });
});

test('a growth rate from zero is undefined', () => {
  expect(comparators({ ...facts, baselineValue: 0 })).toMatchObject({
    cagrActual: null,
    eurostat: 'UNDEFINED',
    unsd: 'UNDEFINED',
    escapCSI: 1,
  });
});

test('some growth, but less than 60 % of that required, is limited progress', () => {
  expect(comparators({ ...facts, latestValue: 2 }).eurostat).toBe('LIMITED_PROGRESS');
});

test('a target met is met whatever the trend', () => {
  expect(comparators({ ...facts, latestValue: 120 })).toMatchObject({
    unsd: '3_MET_OR_ON_TRACK',
    escap: 'ACHIEVED_OR_MAINTAIN',
    escapCSI: 10,
    sdsn: 'ON_TRACK',
  });
});

test('without a year gone by nothing can be compared', () => {
  expect(comparators({ ...facts, latestYear: 2020 })).toMatchObject({
    linearPace: null,
    eurostatRatio: null,
    sdsn: 'UNDEFINED',
  });
});
