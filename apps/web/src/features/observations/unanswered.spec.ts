import { beforeEach, describe, expect, test } from '@jest/globals';
import { formDrafts } from '../../desk/draft-store.ts';
import { emptyCells, EntryServer } from '../../testing/entry-store.fixture.ts';
import { savedCell } from '../../testing/form.fixture.ts';
import { withDatabase } from '../../testing/with-database.ts';
import { EntryStore } from './entry-store.ts';
import type { KeptDraft } from './read-draft.ts';
import type { FormRowFragment } from './return-form.generated.ts';

withDatabase();

let user = 0;
let server: EntryServer;

function open(known: FormRowFragment[] = emptyCells(2)): EntryStore {
  const drafts = formDrafts<KeptDraft>(`user ${user}`, 'KGZ 2025');
  return new EntryStore(known, { year: 2025, mark: '.', drafts, send: server.send });
}
const stored = () => formDrafts<KeptDraft>(`user ${user}`, 'KGZ 2025').read();
/** Kept drafts are told apart by their time, so the next one needs another millisecond. */
const anotherMoment = () => new Promise((resolve) => setTimeout(resolve, 2));
const stateOf = (store: EntryStore, indicator: string) =>
  store.entries().find(({ cell }) => cell.indicator === indicator);
/** A value that the server has saved, and whose answer was lost. */
async function savedWithoutAnswer(): Promise<EntryStore> {
  const store = open();
  server.loseAnswers = true;
  store.change('F1.1', { value: '24' });
  await store.settle();
  server.loseAnswers = false;
  return store;
}

beforeEach(() => {
  user += 1;
  server = new EntryServer();
});

describe('an answer that was lost', () => {
  test('with the tab is asked for again with the same key', async () => {
    const closed = await savedWithoutAnswer();
    closed.setOnline(false);
    expect(server.saved.get('F1.1')?.version).toBe(1);

    // the form as it was loaded before the save
    const reopened = open();
    await reopened.restore();
    await reopened.settle();
    const [first, second] = server.asked;
    expect(second?.idempotencyKey).toBe(first?.idempotencyKey);
    expect(server.saved.get('F1.1')?.version).toBe(1);
    expect(stateOf(reopened, 'F1.1')?.save).toBe('SAVED');
  });

  test('what the server turns out to have is not sent again', async () => {
    const closed = await savedWithoutAnswer();
    closed.setOnline(false);
    const reopened = open([...server.saved.values()]);
    await reopened.restore();
    await reopened.settle();
    expect(server.asked).toHaveLength(1);
    expect(await stored()).toEqual([]);
  });

  test('typing on after a lost answer saves over it, without a conflict with oneself', async () => {
    const store = await savedWithoutAnswer();
    store.change('F1.1', { value: '25' });
    await store.settle();
    await store.settle();
    expect(server.saved.get('F1.1')).toMatchObject({ version: 2, current: { value: '25' } });
    expect(stateOf(store, 'F1.1')?.save).toBe('SAVED');
  });

  test('a first value that was taken back, without an answer, is blank and nothing waits', async () => {
    const closed = open();
    closed.change('F1.1', { value: '24' });
    await closed.settle();
    server.loseAnswers = true;
    closed.undo();
    await closed.settle();
    closed.setOnline(false);
    server.loseAnswers = false;
    const reopened = open([...server.saved.values()]);
    await reopened.restore();
    await reopened.settle();
    expect(stateOf(reopened, 'F1.1')).toMatchObject({ save: 'UNTOUCHED', cell: { version: 2 } });
    expect(server.asked).toHaveLength(2);
    expect(await stored()).toEqual([]);
  });

  test.each([
    { how: 'emptied', take: (store: EntryStore) => store.change('F1.1', { value: '' }) },
    { how: 'undone', take: (store: EntryStore) => void store.undo() },
    { how: 'reverted', take: (store: EntryStore) => store.revert('F1.1') },
  ])(
    'a first value whose answer was lost is taken back at the server too when $how',
    async (one) => {
      const store = await savedWithoutAnswer();
      one.take(store);
      await store.settle();
      await store.settle();
      expect(server.saved.get('F1.1')).toMatchObject({ version: 2, current: null });
      expect(stateOf(store, 'F1.1')?.save).toBe('SAVED');
      expect(await stored()).toEqual([]);
    },
  );

  test('saved by somebody else after the lost save: a conflict, and no value that looks saved', async () => {
    const closed = await savedWithoutAnswer();
    closed.setOnline(false);
    const [asked] = server.asked;
    if (asked === undefined) throw new Error('nothing was asked');
    const theirs = { ...savedCell('31', 2), indicator: 'F1.1' };
    server.saved.set('F1.1', theirs);
    // the server says again that the change was made, but answers with the cell as it is now
    server.answers.set(asked.idempotencyKey, theirs);
    const reopened = open([theirs]);
    await reopened.restore();
    await reopened.settle();
    const entry = stateOf(reopened, 'F1.1');
    expect(entry).toMatchObject({ save: 'CONFLICT', draft: { value: '24' } });
    expect(entry?.theirs?.current?.value).toBe('31');
    reopened.takeTheirs('F1.1');
    expect(stateOf(reopened, 'F1.1')).toMatchObject({ save: 'UNTOUCHED', draft: { value: '31' } });
  });
});

describe('a page that is left', () => {
  test('lets go what waits, with the keys that are kept', async () => {
    const left = open();
    left.change('F1.1', { value: '24' });
    left.close();
    const opened = open();
    await opened.restore();
    await Promise.all([left.settle(), opened.settle()]);
    expect(server.saved.get('F1.1')?.version).toBe(1);
    expect(stateOf(opened, 'F1.1')?.save).not.toBe('CONFLICT');
  });

  test('keeps nothing over what is typed since, and removes nothing of it', async () => {
    server.down = true;
    const left = open();
    left.change('F1.1', { value: '24' });
    left.close();
    await left.settle();
    const opened = open();
    await opened.restore();
    await anotherMoment();
    opened.change('F1.1', { value: '26 persons' });
    // the page that was left tries again, first without an answer and then with one
    await left.settle();
    server.down = false;
    await left.settle();
    expect(server.saved.get('F1.1')?.version).toBe(1);
    expect((await stored()).map(({ body }) => body.draft.value)).toEqual(['26 persons']);
  });
});

describe('two tabs', () => {
  test('what is typed in one is still kept when the other has saved what was typed before', async () => {
    const one = open();
    one.setOnline(false);
    one.change('F1.1', { value: '24' });
    server.down = true;
    const other = open();
    await other.restore();
    await other.settle();
    await anotherMoment();
    one.change('F1.1', { value: '26 persons' });
    server.down = false;
    await other.settle();
    expect(stateOf(other, 'F1.1')?.save).toBe('SAVED');
    expect((await stored()).map(({ body }) => body.draft.value)).toEqual(['26 persons']);
  });

  test('the same value in both is saved, and no conflict with oneself', async () => {
    const stores = [open(), open()];
    for (const store of stores) {
      store.change('F1.1', { value: '24' });
      await store.settle();
    }
    expect(server.asked).toHaveLength(2);
    expect(server.saved.get('F1.1')).toMatchObject({ version: 1, current: { value: '24' } });
    expect(stores.map((store) => stateOf(store, 'F1.1'))).toMatchObject([
      { save: 'SAVED', problems: [], theirs: null },
      { save: 'SAVED', problems: [], theirs: null, cell: { version: 1 } },
    ]);
    expect(await stored()).toEqual([]);
  });
});

test('typed on after a refusal, over what a colleague saved meanwhile: a conflict', async () => {
  const theirs = { ...savedCell('31', 1), indicator: 'F1.1' };
  const sent: unknown[] = [];
  const drafts = formDrafts<KeptDraft>(`user ${user}`, 'KGZ 2025');
  const store: EntryStore = new EntryStore(emptyCells(1), {
    year: 2025,
    mark: '.',
    drafts,
    send: (request) => {
      sent.push(request);
      store.change('F1.1', { value: '25' });
      return Promise.resolve({ cell: theirs, problems: [{ code: 'CYCLE_CLOSED', params: [] }] });
    },
  });
  store.change('F1.1', { value: '24' });
  await store.settle();
  await store.settle();
  expect(sent).toHaveLength(1);
  expect(stateOf(store, 'F1.1')).toMatchObject({ save: 'CONFLICT', draft: { value: '25' } });
});
