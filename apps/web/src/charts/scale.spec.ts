import { expect, test } from '@jest/globals';
import { niceTicks, valueTicks, yearTicks } from './scale.ts';

test('ticks are round numbers that cover all values', () => {
  expect(niceTicks(0, 0.44, 5)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
  expect(niceTicks(0, 11357, 5)).toEqual([0, 2500, 5000, 7500, 10000, 12500]);
  expect(niceTicks(-53.2, -20.9, 5)).toEqual([-60, -50, -40, -30, -20]);
});
test('a single value, zero or nothing still has an axis', () => {
  expect(valueTicks([], null)).toEqual([0, 1]);
  expect(valueTicks([0], null).length).toBeGreaterThan(1);
  expect(valueTicks([7], null)[0]).toBe(0);
});
test('years are thinned out from round ones', () => {
  expect(yearTicks(2015, 2018, 10)).toEqual([2015, 2016, 2017, 2018]);
  expect(yearTicks(2001, 2030, 6)).toEqual([2005, 2010, 2015, 2020, 2025, 2030]);
});
