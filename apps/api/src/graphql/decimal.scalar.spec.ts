import { describe, expect, it } from '@jest/globals';
import { parseValue } from 'graphql';
import { DecimalScalar } from './decimal.scalar.ts';

describe('a Decimal on the wire', () => {
  it.each([
    ['0', '0'],
    ['-0.5', '-0.5'],
    ['12.50', '12.5'],
    ['007', '7'],
    ['-0', '0'],
    ['123456789012345', '123456789012345'],
    ['0.000000000012345', '0.000000000012345'],
  ])('takes %s as %s', (text, canonical) => {
    expect(DecimalScalar.parseValue(text)).toBe(canonical);
    expect(DecimalScalar.parseLiteral(parseValue(JSON.stringify(text)))).toBe(canonical);
  });

  it.each([
    '',
    ' 1',
    '1e3',
    'NaN',
    'Infinity',
    '.5',
    '5.',
    '1,5',
    '--1',
    '1234567890123456',
    '0.1234567890123456',
    '0.0000000000000001',
  ])('refuses %j', (text) => {
    expect(() => DecimalScalar.parseValue(text)).toThrow(/Decimal/);
  });

  it('refuses a number, which may have been rounded on its way here', () => {
    expect(() => DecimalScalar.parseValue(0.1)).toThrow(/text/);
    expect(() => DecimalScalar.parseLiteral(parseValue('0.1'))).toThrow(/text/);
  });

  it('sends no number either', () => {
    expect(() => DecimalScalar.serialize(0.1)).toThrow(TypeError);
    expect(DecimalScalar.serialize('0.1')).toBe('0.1');
  });
});
