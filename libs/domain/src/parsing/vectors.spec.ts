import { expect, test } from '@jest/globals';

import { readVectors } from '../progress/read-vectors.fixture.ts';
import { exportCsvCell } from './export-csv-cell.ts';
import { normaliseCode } from './normalise-code.ts';
import { parseNumber } from './parse-number.ts';
import { parseYear } from './parse-year.ts';
import { parseYesNo } from './parse-yes-no.ts';
import { readCsv } from './read-csv.ts';

const functions: Record<string, (input: never) => unknown> = {
  exportCsvCell,
  normaliseCode,
  parseNumber,
  parseYear,
  parseYesNo,
  // The vectors give the bytes of a file in hexadecimal.
  readCsv: ({ hex }: { hex: string }) => readCsv({ bytes: Buffer.from(hex, 'hex') }),
};

test.each(readVectors(new URL('parsing.vectors.json', import.meta.url)))(
  '%s: %s',
  (_id, _title, { fn, input, expected }) => {
    expect(functions[fn]?.(input)).toEqual(expected);
  },
);
