import { describe, expect, it } from '@jest/globals';
import { foldText } from './fold-text.ts';
import { normaliseCode } from './normalise-code.ts';
import { openCsv } from './read-csv.ts';
import { parseNumber } from './parse-number.ts';
import { parseYear } from './parse-year.ts';
import { parseYesNo } from './parse-yes-no.ts';
import { readBlock } from './read-block.ts';
import { readingsOf } from './readings-of.ts';

// No real cell is this long, but whoever sends one must not stop the server: a parser that goes over the text again for
// each of its characters would not end within the time limit of a test, one that goes over it once takes no time.
const LONG = 400_000;

const PIECES = [
  ...['[', ']', '"', '\\', ' ', '1', '1 ', '1,', '1.', '1-', '1 000', '(', '<', '<1', '-', '%'],
  ...[
    '#',
    'г',
    '2025 ',
    '0.',
    'a ',
    '«',
    'О',
    'О,',
    '?а',
    '1 янв ',
    ',',
    ';',
    '\n',
    "'",
    '1e',
    '½',
  ],
];
/** Marks of two combining classes, the lower class last: composing has to move each of these before all of the others. */
const MARKS = `a${'\u0301'.repeat(LONG)}${'\u0323'.repeat(LONG)}`;
const TEXTS = [...PIECES.map((piece) => `1${piece.repeat(LONG / piece.length)}x`), MARKS];

describe.each<[string, (text: string) => unknown]>([
  ['a number', (text) => parseNumber({ text, decimal: ',', unit: 'PT' }).value],
  ['both meanings of a number', (text) => readingsOf({ text, unit: null })],
  ['a year', (text) => parseYear({ text }).year],
  ['yes or no', (text) => parseYesNo({ text }).value],
  ['a code', (text) => normaliseCode({ text, codelist: ['A5.8'] }).code],
])('%s', (_what, read) => {
  it('is not what a text without end says, and that is found out by going over it once', () => {
    for (const text of TEXTS) expect(read(text)).toBeNull();
  });
});

describe('a text that is searched for', () => {
  it('is folded by going over it once', () => {
    for (const text of TEXTS) expect(foldText(text).length).toBeGreaterThan(0);
    expect(foldText(MARKS)).toBe('a');
  });
});

describe('a table', () => {
  it('is cut into cells by going over it once', () => {
    for (const text of TEXTS) {
      const read = readBlock(text).flat().join('');
      expect(read.length).toBeGreaterThan(0);
      const records = [...openCsv({ bytes: Buffer.from(text) }).records()];
      expect(records.length).toBeGreaterThan(0);
    }
  });
});
