import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { decimalText, readDecimalText } from './decimal-text.ts';

test.each([
  ['12.5', '12.5'],
  ['12.50', '12.5'],
  ['007', '7'],
  ['0.10', '0.1'],
  ['100', '100'],
  ['5.0', '5'],
  ['-0', '0'],
  ['-0.00', '0'],
  ['-7.25', '-7.25'],
  ['000000000000000000001', '1'],
  ['999999999999999', '999999999999999'],
  ['0.000000000000001', '0.000000000000001'],
])('%s goes over the wire as %s', (text, canonical) => {
  expect(readDecimalText(text)).toEqual({ text: canonical, problem: null });
});

test.each([
  '',
  ' ',
  '1e3',
  '+5',
  '1,5',
  '.5',
  '5.',
  '--5',
  'NaN',
  'Infinity',
  '0x10',
  ' 5',
  '5\n',
  '٥',
])('%j is no decimal', (text) => {
  expect(readDecimalText(text)).toEqual({ text: null, problem: 'NOT_A_DECIMAL' });
});

test.each(['1234567890123456', '0.1234567890123456', '1000000000000000', '0.0000000000000001'])(
  '%s has too many digits and is not rounded',
  (text) => {
    expect(readDecimalText(text)).toEqual({ text: null, problem: 'TOO_MANY_DIGITS' });
  },
);

test('a number is spelled without an exponent and without a minus before zero', () => {
  expect(decimalText(1e-7)).toBe('0.0000001');
  expect(decimalText(1e21)).toBe('1000000000000000000000');
  expect(decimalText(-0)).toBe('0');
});

test('the canonical spelling of a decimal is its own canonical spelling', () => {
  const digits = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 });
  fc.assert(
    fc.property(digits, fc.nat(15), (whole, places) => {
      const text = decimalText(`${whole}e-${places}`);
      expect(readDecimalText(text)).toEqual({ text, problem: null });
    }),
  );
});

test('a number of a million zeros is read once', () => {
  const zeros = '0'.repeat(1_000_000);
  // if the search began anew at each zero, this would take many minutes
  expect(readDecimalText(`1.${zeros}1`)).toEqual({ text: null, problem: 'TOO_MANY_DIGITS' });
  expect(readDecimalText(`${zeros}1.${zeros}`)).toEqual({ text: '1', problem: null });
  expect(readDecimalText(`-${zeros}.${zeros}`)).toEqual({ text: '0', problem: null });
});
