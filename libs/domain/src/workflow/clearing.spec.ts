import { expect, test } from '@jest/globals';
import { isClearable, type SavedCell } from './clearing.ts';

const draft: SavedCell = { state: 'DRAFT', published: false, reviewed: false };

test.each([
  ['a draft that nobody has looked at is emptied', {}, true],
  ['a cell without a first save has nothing to empty', { state: null }, false],
  ['what is handed in stays', { state: 'SUBMITTED' }, false],
  ['what was returned is answered', { state: 'RETURNED' }, false],
  ['a draft that was returned before is answered', { reviewed: true }, false],
  ['the correction of a published value keeps a value', { published: true }, false],
] as const)('%s', (_what, change, clearable) => {
  expect(isClearable({ ...draft, ...change })).toBe(clearable);
});
