import { expect, test } from '@jest/globals';
import { formDrafts } from '../../desk/draft-store.ts';
import { EntryServer } from '../../testing/entry-store.fixture.ts';
import { revision, tableCell } from '../../testing/form.fixture.ts';
import { withDatabase } from '../../testing/with-database.ts';
import { keyOf } from './cell-key.ts';
import { EntryStore } from './entry-store.ts';
import type { KeptDraft } from './read-draft.ts';
import type { FormRowFragment } from './return-form.generated.ts';

withDatabase();

function open(known: FormRowFragment[]): EntryStore {
  const drafts = formDrafts<KeptDraft>('user', 'KGZ 2025');
  return new EntryStore(known, { year: 2025, mark: '.', drafts, send: new EntryServer().send });
}

test('a part of a large table that was handed in is there no longer, unless something is typed in it', () => {
  const { table, ...row } = tableCell();
  const [part] = table?.cells ?? [];
  if (part === undefined) throw new Error('The table has no parts.');
  const waiting = (...listed: (typeof part)[]): FormRowFragment[] => [
    { ...row, table: null, largeTable: { parts: 7000, filled: [], cells: listed } },
  ];
  const store = open(waiting(part));
  store.setOnline(false);
  const keys = () => store.entries().map(({ cell }) => keyOf(cell));
  const [, key = ''] = keys();
  expect(keys()).toHaveLength(2);
  store.load(waiting());
  expect(keys()).toEqual([row.indicator]);
  store.load(waiting(part));
  store.change(key, { value: '3' });
  store.load(waiting());
  expect(keys()).toEqual([row.indicator, key]);
});

test('a part of a large table keeps its source, whatever is typed at the total', () => {
  const { table, ...row } = tableCell();
  const [part] = table?.cells ?? [];
  if (part === undefined) throw new Error('The table has no parts.');
  const current = { ...revision, value: '3', sourceText: 'Letter of the court' };
  const cells = [{ ...part, state: 'RETURNED' as const, current }];
  const store = open([{ ...row, table: null, largeTable: { parts: 7000, filled: [], cells } }]);
  store.setOnline(false);
  const [whole = '', key = ''] = store.entries().map(({ cell }) => keyOf(cell));
  store.change(whole, { value: '9', sourceText: 'Report of the ministry' });
  expect(store.entries()[1]).toMatchObject({ save: 'UNTOUCHED' });
  store.change(key, { value: '4' });
  expect(store.entries()[1]?.draft.sourceText).toBe('Letter of the court');
});
