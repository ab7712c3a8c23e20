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

function open(row: FormRowFragment): EntryStore {
  const drafts = formDrafts<KeptDraft>('user', 'KGZ 2025');
  const send = new EntryServer().send;
  const store = new EntryStore([row], { year: 2025, mark: '.', drafts, send });
  store.setOnline(false);
  return store;
}

test('listeners are told once of all cells that one step changes, with their sums', () => {
  const store = open(tableCell());
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

test('a part with a source of its own keeps it, whatever is typed at the total or at the part', () => {
  const { table, ...row } = tableCell();
  const [first, second, ...more] = table?.cells ?? [];
  if (!table || !first || !second) throw new Error('The table has too few parts.');
  const of = (sourceText: string | null) => ({ ...revision, value: '3', sourceText });
  const cells = [{ ...first, current: of('Register') }, { ...second, current: of(null) }, ...more];
  const store = open({ ...row, table: { ...table, cells } });
  const sources = () =>
    store
      .entries()
      .slice(0, 3)
      .map(({ draft }) => draft.sourceText);
  const [whole = '', own = '', shared = ''] = store.entries().map(({ cell }) => keyOf(cell));
  store.change(whole, { value: '9' });
  expect(sources()).toEqual([null, 'Register', null]);
  expect(store.entries()[1]).toMatchObject({ save: 'UNTOUCHED' });
  store.change(whole, { sourceText: 'Order 7' });
  store.change(own, { value: '4' });
  store.change(shared, { value: '5' });
  expect(sources()).toEqual(['Order 7', 'Register', 'Order 7']);
  store.change(whole, { sourceText: 'Order 8' });
  expect(sources()).toEqual(['Order 8', 'Register', 'Order 8']);
});
