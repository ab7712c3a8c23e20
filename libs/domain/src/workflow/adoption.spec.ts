import { describe, expect, test } from '@jest/globals';
import { isAdopted, replacedState } from './adoption.ts';

describe('a value that another source has replaced', () => {
  test.each([
    ['handed in', { decision: null }, 'SUBMITTED'],
    ['approved', { decision: 'APPROVED' }, 'APPROVED'],
    ['no longer approved', { decision: 'APPROVAL_UNDONE' }, 'SUBMITTED'],
    ['published', { published: true, decision: 'APPROVED' }, 'PUBLISHED'],
    ['of a named source', { via: 'SOURCE_IMPORT' }, 'APPROVED'],
  ])('that was %s goes back to that state', (_what, facts, state) => {
    const replaced = { via: 'ENTRY', published: false, decision: null, ...facts };
    expect(replacedState(replaced)).toBe(state);
  });
});

test.each([
  ['SOURCE_IMPORT', 'NEW_SOURCE', true],
  ['SOURCE_IMPORT', null, false],
  ['IMPORT', 'NEW_SOURCE', false],
])('a revision by %s with the reason %s is adopted: %s', (via, reason, adopted) => {
  expect(isAdopted({ via, reason })).toBe(adopted);
});
