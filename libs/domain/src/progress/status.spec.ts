import { expect, test } from '@jest/globals';

import { STATUSES_SORTED, STATUS_TABLE, isAssessed, rankOf } from './status.ts';

test('the order of legends runs from achieved to hidden', () => {
  expect(STATUSES_SORTED[0]).toBe('ACHIEVED');
  expect(STATUSES_SORTED.at(-1)).toBe('SUPPRESSED');
});

test('every status has a place of its own in that order', () => {
  const places = STATUSES_SORTED.map((status) => STATUS_TABLE[status].sort);
  expect(places).toEqual(STATUSES_SORTED.map((_, index) => index + 1));
});

test('what was judged has a rank, from good to bad', () => {
  const judged = STATUSES_SORTED.filter(isAssessed);
  expect(judged.map(rankOf)).toEqual([6, 5, 4, 3, 2, 1]);
  expect(judged.at(-1)).toBe('REGRESSED');
});
