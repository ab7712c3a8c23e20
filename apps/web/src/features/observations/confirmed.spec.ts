import { beforeEach, describe, expect, test } from '@jest/globals';
import { formDrafts } from '../../desk/draft-store.ts';
import { emptyCells, EntryServer } from '../../testing/entry-store.fixture.ts';
import { savedCell } from '../../testing/form.fixture.ts';
import { withDatabase } from '../../testing/with-database.ts';
import type { Draft } from './cell-draft.ts';
import { EntryStore } from './entry-store.ts';
import type { KeptDraft } from './read-draft.ts';

withDatabase();

let user = 0;
let server: EntryServer;

const drafts = () => formDrafts<KeptDraft>(`user ${user}`, 'KGZ 2025');
const open = (known = emptyCells(2)) =>
  new EntryStore(known, { year: 2025, mark: '.', drafts: drafts(), send: server.send });
const stateOf = (store: EntryStore) =>
  store.entries().find(({ cell }) => cell.indicator === 'F1.1');

/** What the server saved when "Nothing changed" was pressed. */
function confirmedAtServer(indicator = 'F1.1') {
  const confirmed = { ...savedCell('2', 1), indicator };
  server.saved.set(indicator, confirmed);
  return confirmed;
}

beforeEach(() => {
  user += 1;
  server = new EntryServer();
});

describe('what was typed before "Nothing changed" was answered', () => {
  test('stays where it cannot be read, and only the others are taken over', async () => {
    const store = open();
    store.change('F1.1', { value: '3 or 4' });
    await store.settle();
    const answer = [confirmedAtServer('F1.1'), confirmedAtServer('F1.2')];
    expect(store.confirmed(answer)).toEqual(['F1.2']);
    expect(stateOf(store)).toMatchObject({ save: 'INVALID', draft: { value: '3 or 4' } });
    expect((await drafts().read()).map(({ body }) => body.draft.value)).toEqual(['3 or 4']);
  });

  test('stays where it was not reached, and its own save tells both', async () => {
    server.down = true;
    const store = open();
    store.change('F1.1', { value: '3' });
    await store.settle();
    expect(stateOf(store)?.save).toBe('FAILED');
    expect(store.confirmed([confirmedAtServer()])).toEqual([]);
    server.down = false;
    await store.settle();
    expect(stateOf(store)).toMatchObject({
      save: 'CONFLICT',
      draft: { value: '3' },
      theirs: { current: { value: '2' } },
    });
  });

  test('stays where its answer was lost', async () => {
    server.loseAnswers = true;
    const store = open();
    store.change('F1.1', { value: '3' });
    await store.settle();
    store.change('F1.1', { value: '' });
    expect(store.confirmed([{ ...savedCell('2', 1), indicator: 'F1.1' }])).toEqual([]);
    expect(stateOf(store)?.draft.value).toBe('');
  });

  test.each<{ what: string; typed: Partial<Draft> }>([
    { what: 'comment', typed: { comment: 'As in the law of 2021' } },
    { what: 'source', typed: { sourceText: 'Order 8' } },
  ])('goes with the stage where it is a $what that waited for it', async ({ typed }) => {
    const store = open();
    store.change('F1.1', typed);
    await store.settle();
    expect(store.confirmed([confirmedAtServer()])).toEqual(['F1.1']);
    await store.settle();
    expect(server.asked).toMatchObject([{ value: '2', expectedVersion: 1, ...typed }]);
    expect(await drafts().read()).toEqual([]);
  });

  test('goes with it without a connection, too', () => {
    const store = open();
    store.setOnline(false);
    store.change('F1.1', { comment: 'As in the law of 2021' });
    expect(store.confirmed([confirmedAtServer()])).toEqual(['F1.1']);
    const draft = { value: '2', comment: 'As in the law of 2021' };
    expect(stateOf(store)).toMatchObject({ save: 'WAITING', draft });
  });
});
