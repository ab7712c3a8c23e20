import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { decimalText } from '../values/decimal-text.ts';
import { parseNumber } from './parse-number.ts';
import type { DecimalMark, ParsedNumber } from './parse-number.types.ts';

function read(text: string, decimal: DecimalMark | null = ',', unit = 'NUMBER'): ParsedNumber {
  return parseNumber({ text, decimal, integer: false, unit });
}

describe('a number is read however it is grouped', () => {
  test.each([
    ['1\u00A0234\u202F567', 1234567],
    ['1\u2009234', 1234],
    ["1'234,5", 1234.5],
    ['1’234', 1234],
    ['1 234,567', 1234.567],
    ['\uFEFF\u200E 12,5 \u00AD', 12.5],
    ['−5', -5],
    ['–5,25', -5.25],
    ['-0', 0],
    ['-0,0', 0],
    ['0,250', 0.25],
    ['1234,567', 1234.567],
    ['123456789012345', 123456789012345],
  ])('%j is %d', (text, value) => {
    expect(read(text)).toEqual({ value, missing: null, error: null, warnings: [] });
  });

  test('zero is never minus zero', () => {
    expect(Object.is(read('-0,00').value, 0)).toBe(true);
  });
});

describe('three digits behind one separator', () => {
  test.each([
    ['7,250', ',', 7.25, ['LOOKS_LIKE_THOUSANDS']],
    ['7.250', '.', 7.25, ['LOOKS_LIKE_THOUSANDS']],
    ['7,250', '.', 7250, []],
    ['0.250', ',', 0.25, ['FOREIGN_SEPARATORS']],
    ['1234.567', ',', 1234.567, ['FOREIGN_SEPARATORS']],
    ['12.5', null, 12.5, []],
    ['1,234.5', ',', 1234.5, ['FOREIGN_SEPARATORS']],
    ['1,234.5', null, 1234.5, []],
    ['1 234.5', ',', 1234.5, ['FOREIGN_SEPARATORS']],
  ] as const)('%s with the decimal mark %s is %d', (text, decimal, value, warnings) => {
    expect(read(text, decimal)).toEqual({ value, missing: null, error: null, warnings });
  });

  test.each([
    ['7.250', ','],
    ['7,250', null],
    ['7.250', null],
  ] as const)('%s with the decimal mark %s is asked about', (text, decimal) => {
    expect(read(text, decimal).error).toBe('AMBIGUOUS_SEPARATOR');
  });
});

describe('what is no number says why', () => {
  test.each([
    ['—', 'AMBIGUOUS_DASH'],
    ['‑', 'AMBIGUOUS_DASH'],
    ['48³', 'FOOTNOTE_MARK'],
    ['48¹⁾', 'FOOTNOTE_MARK'],
    ['5½', 'FOOTNOTE_MARK'],
    ['٤٨', 'NON_ASCII_DIGIT'],
    ['\uFF11\uFF12', 'NON_ASCII_DIGIT'],
    ['(1 234)', 'ACCOUNTING_NEGATIVE'],
    ['07.ноя', 'DATE_LIKE'],
    ['3-Dec', 'DATE_LIKE'],
    ['12 марта 2024 г.', 'DATE_LIKE'],
    ['ноя.24', 'DATE_LIKE'],
    ['12/03/2024', 'DATE_LIKE'],
    ['#ЗНАЧ!', 'EXCEL_ERROR'],
    ['#Н/Д', 'EXCEL_ERROR'],
    ['#DIV/0!', 'EXCEL_ERROR'],
    ['#REF!', 'EXCEL_ERROR'],
    ['#ИМЯ?', 'EXCEL_ERROR'],
    ['%', 'UNEXPECTED_PERCENT'],
    ['1E3', 'SCIENTIFIC'],
    ['1,5Е+3', 'SCIENTIFIC'],
    ['-1e-3', 'SCIENTIFIC'],
    ['10 – 15', 'RANGE_OR_FRACTION'],
    ['12:30', 'RANGE_OR_FRACTION'],
    ['5 1/2', 'RANGE_OR_FRACTION'],
    ['1О', 'LOOKALIKE_LETTER'],
    ['З5', 'LOOKALIKE_LETTER'],
    ['І0', 'LOOKALIKE_LETTER'],
    ['1О,5', 'LOOKALIKE_LETTER'],
    ['1 О00', 'LOOKALIKE_LETTER'],
    ['5 б', 'TRAILING_TEXT'],
    ['б', 'LOOKALIKE_LETTER'],
    ['-5 чел.', 'TRAILING_TEXT'],
    ['5 сентаво', 'TRAILING_TEXT'],
    ['около 5', 'NOT_A_NUMBER'],
    ['.5', 'NOT_A_NUMBER'],
    // two numbers in one cell, as Alt+Enter makes them in Excel, are not one of six digits
    ['120\n115', 'NOT_A_NUMBER'],
    ['1\t234', 'NOT_A_NUMBER'],
    [',', 'NOT_A_NUMBER'],
    ['+-5', 'NOT_A_NUMBER'],
    ['1 23', 'BAD_GROUPING'],
    ['1  234', 'BAD_GROUPING'],
    ["1'234 567", 'BAD_GROUPING'],
    ['1 234.567,8', 'BAD_GROUPING'],
    ['1.23,4', 'BAD_GROUPING'],
    ['1,2,3', 'BAD_GROUPING'],
    ['1.234,5,6', 'BAD_GROUPING'],
    ['1234567890123456', 'TOO_MANY_DIGITS'],
    ['0,1000000000000000055', 'TOO_MANY_DIGITS'],
  ])('%j: %s', (text, error) => {
    expect(read(text)).toMatchObject({ value: null, missing: null, error });
  });
});

describe('what is missing is told from what is withheld', () => {
  const notAvailable = ['..', 'н.д.', 'Нет  Сведений', 'N/A', 'n.a.', 'NULL', 'мәлімет жоқ'];
  const stateLanguages = [
    'деректер жоқ',
    'маалымат жок',
    'маълумот йўқ',
    'маълумот нест',
    'maʼlumot yoʻq',
  ];
  test.each([...notAvailable, ...stateLanguages])('%j is not available', (text) => {
    expect(read(text)).toMatchObject({ value: null, missing: 'NOT_AVAILABLE', error: null });
  });

  const withheld = [
    'x',
    'Х',
    '*',
    'c',
    'конф.',
    'Конфиденциально',
    'құпия',
    'confidential',
    '<10',
    '< 5',
    'less than 5',
  ];
  test.each(withheld)('%j is withheld', (text) => {
    expect(read(text)).toMatchObject({ value: null, missing: 'SUPPRESSED', error: null });
  });

  test.each([undefined, null, '', '\u200B', '\u00A0'])('%j is blank, which is not zero', (text) => {
    expect(parseNumber({ text: text ?? null })).toMatchObject({ value: null, missing: 'BLANK' });
  });
});

test('a warning stays beside the error that it may explain', () => {
  const read = parseNumber({ text: '7,250', decimal: ',', integer: true });
  expect(read).toMatchObject({ error: 'NOT_INTEGER', warnings: ['LOOKS_LIKE_THOUSANDS'] });
});

test('the apostrophe that makes a cell text is taken off', () => {
  expect(read("'-5")).toMatchObject({ value: -5, warnings: ['TEXT_MARKER'] });
  expect(read("'-")).toMatchObject({ error: 'AMBIGUOUS_DASH' });
});

describe('a number that was formatted is read back as the same number', () => {
  const amount = fc
    .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.nat(6))
    .map(([digits, places]) => decimalText(`${digits}e-${places}`));
  const group = fc.constantFrom('', ' ', '\u00A0', '\u202F', '\u2009', "'");

  test.each([',', '.'] as const)('with the decimal mark %s', (mark) => {
    fc.assert(
      fc.property(amount, group, fc.constantFrom('-', '−', '–'), (text, separator, minus) => {
        const [whole = '', places] = text.replace('-', '').split('.');
        const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, separator);
        const sign = text.startsWith('-') ? minus : '';
        const typed = `${sign}${grouped}${places === undefined ? '' : `${mark}${places}`}`;
        expect(parseNumber({ text: typed, decimal: mark }).value).toBe(Number(text));
      }),
    );
  });
});

test('whatever is typed gives a number, a missing mark or an error, and only one of them', () => {
  const typed = fc.string({
    unit: fc.constantFrom(..."0123456789 .,-–%'/:eЕОхl()#<\u00A0".split('')),
    maxLength: 12,
  });
  fc.assert(
    fc.property(typed, fc.constantFrom(',', '.', null), (text, decimal) => {
      const { value, missing, error } = parseNumber({ text, decimal, unit: 'PT' });
      expect([value, missing, error].filter((part) => part !== null)).toHaveLength(1);
    }),
  );
});
