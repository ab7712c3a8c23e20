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

test('only a law not yet due is assessed without a rank', () => {
  const unranked = STATUSES_SORTED.filter(
    (status) => isAssessed(status) && rankOf(status) === null,
  );
  expect(unranked).toEqual(['PENDING']);
});
