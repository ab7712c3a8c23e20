import { describe, expect, test } from '@jest/globals';
import { readingsOf } from './readings-of.ts';

describe('a text that can be read in two ways', () => {
  test.each([
    ['1,234', '1234', '1.234'],
    ['1.234', '1234', '1.234'],
    ['-7,250', '-7250', '-7.25'],
    [' 12.500\u00a0', '12500', '12.5'],
  ])('%s is %s or %s', (text, thousands, decimals) => {
    expect(readingsOf({ text, unit: 'NUMBER' })).toEqual({ thousands, decimals });
  });

  test('may carry a per cent sign where the unit allows one', () => {
    expect(readingsOf({ text: '1,234 %', unit: 'PT' })).toEqual({
      thousands: '1234',
      decimals: '1.234',
    });
    expect(readingsOf({ text: '1,234 %', unit: 'NUMBER' })).toBeNull();
  });

  test.each(['', '1234', '1 234', '1,2345', '0,125', '1,234.5', '1,234,567', '12 persons'])(
    '“%s” has one meaning or none',
    (text) => {
      expect(readingsOf({ text, unit: 'PT' })).toBeNull();
    },
  );
});
