import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { exportCsvCell } from './export-csv-cell.ts';
import { hasLostLetters } from './lost-letters.ts';
import { type CsvTable, readCsv } from './read-csv.ts';

function read(text: string, encoding: BufferEncoding = 'utf8'): CsvTable {
  return readCsv({ bytes: Buffer.from(text, encoding) });
}

test('Excel’s "Unicode text" is UTF-16 with tabs', () => {
  expect(read('\uFEFFСтрана\tМәні\r\nKZ\t5\r\n', 'utf16le')).toEqual({
    encoding: 'utf-16le',
    delimiter: '\t',
    rows: [
      ['Страна', 'Мәні'],
      ['KZ', '5'],
    ],
  });
});

test('a first line sep= names the delimiter and is no record', () => {
  expect(read('sep=,\r\na;b,c\r\n')).toMatchObject({ delimiter: ',', rows: [['a;b', 'c']] });
});

test('the delimiter is the most frequent one of the first line, outside quotes', () => {
  expect(read('"a,b,c";d;e\n').delimiter).toBe(';');
  expect(read('a|b|c,d\n').delimiter).toBe('|');
  expect(read('a,b;c\n').delimiter).toBe(';');
  expect(read('"a\nb,c";d\n').delimiter).toBe(';');
});

test('a quoted field holds delimiters, line ends and quotes', () => {
  expect(read('a;"1;\r\n""2"""\rb;3').rows).toEqual([
    ['a', '1;\r\n"2"'],
    ['b', '3'],
  ]);
});

test('an empty cell is a cell, an empty line is no record', () => {
  expect(read(';\n\n"";a;\n').rows).toEqual([
    ['', ''],
    ['', 'a', ''],
  ]);
  expect(read('').rows).toEqual([]);
});

test('a quote that is never closed loses nothing', () => {
  expect(read('a;"b\nc').rows).toEqual([['a', 'b\nc']]);
});

test('an inch mark inside a field is a character', () => {
  expect(read('5";6\n').rows).toEqual([['5"', '6']]);
});

test('a file of ten million characters in one cell is read', () => {
  const [row] = read(`a;"${'""x'.repeat(3_300_000)}"`).rows;
  expect(row?.[1]?.length).toBe(6_600_000);
});

test.each([
  ['?аза?стан', true],
  ['К?рсеткіш', true],
  ['Казахстан?', false],
  ['why?', false],
])('%s lost letters to Windows-1251: %s', (text, lost) => {
  expect(hasLostLetters(text)).toBe(lost);
});

test('what we export is what we read, an apostrophe before a formula aside', () => {
  const cell = fc.string({
    unit: fc.constantFrom(...'aЖқ1 ",;|\t\r\n=+-@＝\''.split('')),
    maxLength: 8,
  });
  const table = fc
    .integer({ min: 2, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }),
    );
  fc.assert(
    fc.property(table, fc.constantFrom(';', ',', '\t', '|'), (rows, delimiter) => {
      const lines = rows.map((row) =>
        row.map((value) => exportCsvCell({ value }).cell).join(delimiter),
      );
      const shown = rows.map((row) =>
        row.map((text) => (/^[=+\-@\t\r\n＝]/.test(text) ? `'${text}` : text)),
      );
      expect(read(lines.join('\r\n'))).toEqual({ encoding: 'utf-8', delimiter, rows: shown });
    }),
  );
});
