import { expect, test } from '@jest/globals';
import { formDrafts } from '../../desk/draft-store.ts';
import { EntryServer } from '../../testing/entry-store.fixture.ts';
import { tableCell } from '../../testing/form.fixture.ts';
import { withDatabase } from '../../testing/with-database.ts';
import { keyOf } from './cell-key.ts';
import { EntryStore } from './entry-store.ts';
import type { KeptDraft } from './read-draft.ts';

withDatabase();

test('listeners are told once of all cells that one step changes, with their sums', () => {
  const drafts = formDrafts<KeptDraft>('user', 'KGZ 2025');
  const send = new EntryServer().send;
  const store = new EntryStore([tableCell()], { year: 2025, mark: '.', drafts, send });
  store.setOnline(false);
  let told = 0;
  const wrong = () => store.entries().filter(({ sums }) => sums.length > 0).length;
  let wrongWhenTold = 0;
  store.subscribe(() => {
    told += 1;
    wrongWhenTold = wrong();
  });
  const keys = store.entries().map(({ cell }) => keyOf(cell));
  store.fill(keys.map((key) => ({ key, patch: { value: '3' } })));
  expect(told).toBe(1);
  expect(wrongWhenTold).toBeGreaterThan(0);
  // the source of the total is that of its parts
  store.change(keys[0] ?? '', { sourceText: 'Order 7' });
  expect(told).toBe(2);
  expect(new Set(store.entries().map(({ draft }) => draft.sourceText))).toEqual(
    new Set(['Order 7']),
  );
  store.undo();
  store.undo();
  expect(told).toBe(4);
  expect(wrongWhenTold).toBe(0);
  store.undo();
  expect(told).toBe(4);
});
