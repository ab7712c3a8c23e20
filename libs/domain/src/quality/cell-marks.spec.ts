import { expect, test } from '@jest/globals';
import { cellMarks, type MarkedCell } from './cell-marks.ts';

const plain: MarkedCell = {
  due: '2026-03-31',
  submittedOn: '2026-03-31',
  obsStatus: 'A',
  revisions: 0,
  hits: [{ code: 'BEFORE_BASELINE', severity: 'WARN' }],
};

test('a final value in time has no marks', () => {
  expect(cellMarks(plain)).toEqual([]);
  expect(cellMarks({ ...plain, submittedOn: null, obsStatus: null })).toEqual([]);
});

test.each<[Partial<MarkedCell>, string]>([
  [{ submittedOn: '2026-04-01' }, 'LATE'],
  [{ obsStatus: 'P' }, 'PROVISIONAL'],
  [{ obsStatus: 'E' }, 'ESTIMATED'],
  [{ obsStatus: 'I' }, 'ESTIMATED'],
  [{ revisions: 1 }, 'REVISED'],
  [{ hits: [{ code: 'LARGE_CHANGE', severity: 'WARN' }] }, 'OUTLIER'],
])('%j is marked %s', (patch, mark) => {
  expect(cellMarks({ ...plain, ...patch })).toEqual([mark]);
});

test('a rule that could not judge marks nothing', () => {
  expect(cellMarks({ ...plain, hits: [{ code: 'OUTLIER', severity: 'SKIP' }] })).toEqual([]);
});
