import { expect, test } from '@jest/globals';

import { dec } from '../values/decimal.ts';
import { exportCsvCell } from './export-csv-cell.ts';

test.each(['=1', '+1', '-1', '@A1', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠A1'])(
  'the text %j cannot start a formula',
  (value) => {
    expect(exportCsvCell({ value })).toEqual({ cell: `"'${value}"` });
  },
);

test('a number is written in digits only', () => {
  expect(exportCsvCell({ value: 1e-7 })).toEqual({ cell: '0.0000001' });
  expect(exportCsvCell({ value: -0 })).toEqual({ cell: '0' });
  expect(exportCsvCell({ value: dec('-12.50') })).toEqual({ cell: '-12.5' });
});

test('what is no number is never published', () => {
  expect(() => exportCsvCell({ value: NaN })).toThrow(RangeError);
  expect(() => exportCsvCell({ value: Infinity })).toThrow(RangeError);
});

test('nothing is an empty cell', () => {
  expect(exportCsvCell({})).toEqual({ cell: '' });
  expect(exportCsvCell({ value: '' })).toEqual({ cell: '' });
});
