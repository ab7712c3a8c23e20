import { describe, expect, it } from '@jest/globals';
import { languages } from './languages.ts';
import { formatNumber, formatPercent, formatSigned } from './numbers.ts';

describe('numbers', () => {
  it.each(languages)(
    'in %s are grouped and pointed as full ICU does, with a true minus',
    (language) => {
      const icu = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });
      for (const value of ['0', '7', '1204', '1234567.891', '-0.5', '999999.999']) {
        expect(formatNumber(language, value)).toBe(
          icu.format(Number(value)).replace('-', '\u2212'),
        );
      }
    },
  );

  it.each(languages)(
    'as a percentage in %s have the space that full ICU gives them',
    (language) => {
      const icu = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
      expect(formatPercent(language, '58')).toBe(icu.format(0.58));
      expect(formatPercent(language, '30.5')).toBe(icu.format(0.305));
    },
  );

  it('keep every digit of an exact decimal that a float would lose', () => {
    expect(formatNumber('en', '12345678901234567890.12')).toBe('12,345,678,901,234,567,890.12');
    expect(formatNumber('ru', '0.1234567890123456789')).toBe('0,1234567890123456789');
  });

  it('round half away from zero, where a float would fall to the wrong side', () => {
    expect(formatNumber('en', '1.255', 2)).toBe('1.26');
    expect(formatNumber('en', '-1.255', 2)).toBe('\u22121.26');
    expect(formatNumber('ru', '2.5', 0)).toBe('3');
  });

  it('show as many decimals as the indicator has', () => {
    expect(formatNumber('en', '23.1', 2)).toBe('23.10');
  });

  it('carry a sign as differences, except zero', () => {
    expect(formatSigned('en', '0.30', 1)).toBe('+0.3');
    expect(formatSigned('ru', '-1204.5', 1)).toBe('\u22121\u00a0204,5');
    expect(formatSigned('en', '-0.04', 1)).toBe('0.0');
  });
});
