import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { dec } from '../values/decimal.ts';
import { figure } from '../values/figure.ts';
import { difference } from './difference.ts';

test('of equal numbers there is none, however they are written', () => {
  expect(difference('20', '20.0')).toBeNull();
  expect(difference('0', '-0')).toBeNull();
  expect(difference(1e21, '1000000000000000000000')).toBeNull();
});

test('is exact, and half away from zero', () => {
  expect(difference('0.1', '0.3')).toEqual({ change: 0.2, relative: 2 });
  expect(difference('8', '8.00005')).toEqual({ change: 0.0001, relative: 0 });
  expect(difference('8.00005', '8')).toEqual({ change: -0.0001, relative: 0 });
  expect(difference('-20000', '-20001')).toEqual({ change: -1, relative: -0.0001 });
});

test('from 0 there is no share', () => {
  expect(difference('0', '5')).toEqual({ change: 5, relative: null });
});

test('text that is no number is refused', () => {
  expect(() => difference('12,5', '1')).toThrow();
  expect(() => difference('1', '')).toThrow();
});

test('is what decimals say', () => {
  const digits = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 });
  const number = fc
    .tuple(digits, fc.integer({ min: 0, max: 15 }))
    .map(([whole, places]) => dec(whole).div(dec(10).pow(places)).toFixed());
  const pair = fc.oneof(
    fc.tuple(number, number),
    fc.tuple(number, fc.integer({ min: -3, max: 3 })),
  );
  fc.assert(
    fc.property(pair, ([from, other]) => {
      const to =
        typeof other === 'string' ? other : dec(from).plus(dec(other).times('0.00005')).toFixed();
      const [before, change] = [dec(from), dec(to).minus(from)];
      const relative = before.isZero() ? null : figure(change.div(before.abs()));
      const expected = change.isZero() ? null : { change: figure(change), relative };
      expect(difference(from, to)).toEqual(expected);
    }),
  );
});
