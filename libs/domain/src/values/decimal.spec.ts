import { expect, test } from '@jest/globals';

import { dec, decimals, round, settle } from './decimal.ts';

test.each([
  ['1.255', 2, '1.26'],
  ['-1.255', 2, '-1.26'],
  ['0.5', 0, '1'],
  ['-0.5', 0, '-1'],
])('%s to %d decimals is %s: half goes away from zero', (value, places, expected) => {
  expect(round(dec(value), places).toFixed()).toBe(expected);
});

test('a third three times is one, once it is settled', () => {
  expect(settle(dec(1).div(3).times(3)).toNumber()).toBe(1);
});

test('a tenth and two tenths are three tenths', () => {
  expect(dec('0.1').plus('0.2').equals('0.3')).toBe(true);
});

test('a small number is not written with an exponent', () => {
  expect(dec('0.0000001').toString()).toBe('0.0000001');
});

test('a figure keeps its places, and rounds to plain zero', () => {
  expect(decimals('12.5', 2)).toBe('12.50');
  expect(decimals('1.005', 2)).toBe('1.01');
  expect(decimals('-0.004', 2)).toBe('0.00');
});
