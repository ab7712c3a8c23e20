import { beforeEach, describe, expect, test } from '@jest/globals';
import { formDrafts, purgeDrafts } from '../../desk/draft-store.ts';
import { setSharedComputer } from '../../desk/shared-computer.ts';
import { emptyCells, EntryServer } from '../../testing/entry-store.fixture.ts';
import { savedCell } from '../../testing/form.fixture.ts';
import { withDatabase } from '../../testing/with-database.ts';
import { EntryStore } from './entry-store.ts';
import { carriedSource, carriedSources } from './source-field.tsx';
import type { FormRowFragment } from './return-form.generated.ts';
import { readinessOf } from './entry-state.ts';
import type { KeptDraft } from './read-draft.ts';

withDatabase();

let user = 0;
let server: EntryServer;
let cells: FormRowFragment[];

function open(mark: ',' | '.' = '.', known: FormRowFragment[] = cells): EntryStore {
  const drafts = formDrafts<KeptDraft>(`user ${user}`, 'KGZ 2025');
  return new EntryStore(known, { year: 2025, mark, drafts, send: server.send });
}
const stored = () => formDrafts<KeptDraft>(`user ${user}`, 'KGZ 2025').read();
const stateOf = (store: EntryStore, indicator: string) =>
  store.entries().find(({ cell }) => cell.indicator === indicator);

beforeEach(() => {
  user += 1;
  server = new EntryServer();
  cells = emptyCells(20);
  setSharedComputer(false);
});

describe('drafts on this computer', () => {
  test('20 cells typed offline are sent once each, in order, by the tab that is opened later', async () => {
    const closed = open();
    closed.setOnline(false);
    for (const [index, { indicator }] of cells.entries()) {
      closed.change(indicator, { value: `2${index}` });
      closed.leave(indicator);
      // drafts are ordered by time, so each needs a time of its own
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(await stored()).toHaveLength(20);
    expect(server.asked).toHaveLength(0);

    const reopened = open();
    await reopened.restore();
    await reopened.settle();
    expect(server.asked.map(({ indicator }) => indicator)).toEqual(
      cells.map(({ indicator }) => indicator),
    );
    expect(server.asked.map(({ value }) => value)).toEqual(cells.map((_, index) => `2${index}`));
    expect(new Set(server.asked.map((one) => one.idempotencyKey)).size).toBe(20);
    expect(reopened.entries().every(({ save }) => save === 'SAVED')).toBe(true);
    expect(await stored()).toEqual([]);
  });

  test('a text that cannot be read is there again, with its message', async () => {
    open().change('F1.1', { value: '12 persons' });
    const reopened = open();
    await reopened.restore();
    const entry = stateOf(reopened, 'F1.1');
    expect(entry).toMatchObject({ save: 'INVALID', draft: { value: '12 persons' } });
    expect(entry?.reading.fieldProblems[0]?.code).toBe('TRAILING_TEXT');
    await reopened.settle();
    expect(server.asked).toHaveLength(0);
  });

  test('typed with a decimal comma and opened in English, it is the same number', async () => {
    const closed = open(',');
    closed.setOnline(false);
    closed.change('F1.1', { value: '7,250' });
    const reopened = open('.');
    await reopened.restore();
    expect(stateOf(reopened, 'F1.1')?.draft.value).toBe('7.25');
    expect(stateOf(reopened, 'F1.1')?.reading.content?.value).toBe('7.25');
  });

  test('a server that is down keeps the queue, which goes on where it stopped', async () => {
    server.down = true;
    const store = open();
    for (const { indicator } of cells.slice(0, 3)) store.change(indicator, { value: '21' });
    await store.settle();
    expect(
      store
        .entries()
        .slice(0, 3)
        .map(({ save }) => save),
    ).toEqual(Array(3).fill('FAILED'));
    server.down = false;
    await store.settle();
    expect(server.asked.map(({ indicator }) => indicator)).toEqual(['F1.1', 'F1.2', 'F1.3']);
  });

  test('they are of one person and one return', async () => {
    const store = open();
    store.setOnline(false);
    store.change('F1.1', { value: '24' });
    expect(await formDrafts('somebody else', 'KGZ 2025').read()).toEqual([]);
    expect(await formDrafts(`user ${user}`, 'KGZ 2024').read()).toEqual([]);
    expect(await stored()).toHaveLength(1);
  });

  test('they are gone after signing out, those of others are not', async () => {
    const others = formDrafts<string>('somebody else', 'KGZ 2025');
    await others.put({ cell: 'F1.1', at: Date.now(), body: 'theirs' });
    const store = open();
    store.setOnline(false);
    store.change('F1.1', { value: '24' });
    await purgeDrafts(`user ${user}`);
    expect(await stored()).toEqual([]);
    expect(await others.read()).toHaveLength(1);
  });

  test('on a shared computer they are in memory only', async () => {
    setSharedComputer(true);
    const store = open();
    store.setOnline(false);
    store.change('F1.1', { value: '24' });
    expect(store.persistent).toBe(false);
    expect(await stored()).toHaveLength(1);
    setSharedComputer(false);
    expect(await stored()).toEqual([]);
  });
});

describe('undo', () => {
  test('takes back one value at a time, sixty of them', () => {
    const store = open();
    store.setOnline(false);
    for (let round = 0; round < 3; round += 1) {
      for (const { indicator } of cells) {
        store.change(indicator, { value: String(round) });
        store.change(indicator, { value: `${round}5` });
        store.leave(indicator);
      }
    }
    for (let step = 0; step < 59; step += 1) store.undo();
    expect(stateOf(store, 'F1.1')?.draft.value).toBe('05');
    expect(stateOf(store, 'F1.2')?.draft.value).toBe('');
    expect(store.undo()).toBe('F1.1');
    expect(stateOf(store, 'F1.1')?.draft.value).toBe('');
    expect(store.undo()).toBeUndefined();
  });

  test('takes a pasted block back in one step', () => {
    const store = open();
    store.setOnline(false);
    store.fill(cells.map(({ indicator: key }) => ({ key, patch: { value: '7' } })));
    store.undo();
    expect(store.entries().every(({ draft }) => draft.value === '')).toBe(true);
  });

  test('of a saved value saves the value before', async () => {
    const before = { ...savedCell('23', 1), indicator: 'F1.1' };
    server.saved.set('F1.1', before);
    const store = open('.', [before]);
    store.change('F1.1', { value: '24' });
    await store.settle();
    store.undo();
    await store.settle();
    expect(server.saved.get('F1.1')).toMatchObject({ version: 3, current: { value: '23' } });
  });

  test('of a first save leaves the cell blank, and the return ready to be submitted', async () => {
    const store = open();
    store.change('F1.1', { value: '24' });
    await store.settle();
    store.undo();
    await store.settle();
    expect(server.asked.at(-1)).toMatchObject({ value: null, missingReason: null });
    const entry = stateOf(store, 'F1.1');
    expect(entry).toMatchObject({ save: 'SAVED', reading: { empty: true, fieldProblems: [] } });
    expect(entry && readinessOf(entry)).toBe('BLANK');
    expect(await stored()).toEqual([]);
  });

  test('what a reviewer has seen is answered, not emptied', async () => {
    const returned = { ...savedCell('24', 2), clearable: false, state: 'RETURNED' as const };
    const store = open('.', [returned]);
    store.change('F1.1', { value: '' });
    await store.settle();
    expect(stateOf(store, 'F1.1')?.reading.fieldProblems[0]?.code).toBe('EMPTY_CELL');
    expect(server.asked).toEqual([]);
  });

  test('fills from last year, as one would type it', () => {
    const store = open(',', [
      { ...savedCell('1', 1), history: [{ year: 2024, value: '23.5', status: 'A' }] },
    ]);
    store.setOnline(false);
    store.fillFromLastYear('F1.1');
    expect(stateOf(store, 'F1.1')?.draft.value).toBe('23,5');
    store.undo();
    expect(stateOf(store, 'F1.1')?.draft.value).toBe('1');
  });
});

test('what was typed while another save was on its way is saved, and said to be', async () => {
  const store = open();
  for (const value of ['24', '25']) {
    store.change('F1.1', { value });
    store.leave('F1.1');
  }
  await store.settle();
  await store.settle();
  expect(server.asked.map(({ value }) => value)).toEqual(['24', '25']);
  expect(stateOf(store, 'F1.1')?.save).toBe('SAVED');
});

describe('a colleague', () => {
  test('a save by somebody else meanwhile is a conflict, with both values', async () => {
    const closed = open();
    closed.setOnline(false);
    closed.change('F1.1', { value: '24' });
    const theirs = { ...savedCell('31', 1), indicator: 'F1.1' };
    server.saved.set('F1.1', theirs);
    const reopened = open('.', [theirs]);
    await reopened.restore();
    await reopened.settle();
    const entry = stateOf(reopened, 'F1.1');
    expect(entry).toMatchObject({ save: 'CONFLICT', draft: { value: '24' } });
    expect(entry?.theirs?.current?.value).toBe('31');
  });

  test('keeps what was saved, whatever undo is meant for', async () => {
    const store = open();
    store.change('F1.1', { value: '24' });
    store.change('F1.2', { value: '7' });
    await store.settle();
    const theirs = { ...savedCell('31', 2), indicator: 'F1.1' };
    server.saved.set('F1.1', theirs);
    store.load([theirs]);
    expect(store.undo()).toBe('F1.2');
    expect(store.undo()).toBeUndefined();
    await store.settle();
    expect(server.saved.get('F1.1')).toMatchObject({ version: 2, current: { value: '31' } });
  });

  test('own saves can still be undone after the form was read again', async () => {
    const store = open();
    store.change('F1.1', { value: '24' });
    await store.settle();
    store.load([...server.saved.values()]);
    expect(store.undo()).toBe('F1.1');
    await store.settle();
    expect(server.saved.get('F1.1')).toMatchObject({ version: 2, current: null });
  });

  test.each([
    { how: 'takes theirs back', clearable: true, save: 'SAVED', version: 2, code: undefined },
    {
      how: 'is told why it cannot',
      clearable: false,
      save: 'INVALID',
      version: 1,
      code: 'EMPTY_CELL',
    },
  ])('a conflict in which mine is empty: mine $how', async (one) => {
    const { clearable, save, version, code } = one;
    server.down = true;
    const store = open();
    store.change('F1.1', { value: '24' });
    await store.settle();
    server.down = false;
    server.saved.set('F1.1', { ...savedCell('31', 1), indicator: 'F1.1', clearable });
    store.change('F1.1', { value: '' });
    await store.settle();
    expect(stateOf(store, 'F1.1')?.save).toBe('CONFLICT');
    store.keepMine('F1.1');
    await store.settle();
    expect(stateOf(store, 'F1.1')?.save).toBe(save);
    expect(stateOf(store, 'F1.1')?.reading.fieldProblems[0]?.code).toBe(code);
    expect(server.saved.get('F1.1')?.version).toBe(version);
  });
});

test('a comment outlives the value that was taken back', async () => {
  const store = open();
  store.change('F1.1', { value: '24', comment: 'Counted anew' });
  await store.settle();
  store.change('F1.1', { value: '' });
  await store.settle();
  expect(server.saved.get('F1.1')?.current).toBeNull();
  // the comment is kept in this browser only, so the cell must not look saved
  expect(stateOf(store, 'F1.1')).toMatchObject({
    save: 'UNTOUCHED',
    draft: { comment: 'Counted anew' },
  });
  const reopened = open('.', [...server.saved.values()]);
  await reopened.restore();
  await reopened.settle();
  expect(stateOf(reopened, 'F1.1')).toMatchObject({
    save: 'UNTOUCHED',
    draft: { value: '', comment: 'Counted anew' },
  });
  reopened.change('F1.1', { value: '25' });
  await reopened.settle();
  expect(server.saved.get('F1.1')?.current?.value).toBe('25');
  expect(stateOf(reopened, 'F1.1')?.save).toBe('SAVED');
});

describe('nothing of nothing', () => {
  const ratio = () => {
    const [known] = cells;
    if (known === undefined) throw new Error('no cell');
    return { ...known, ratio: true };
  };

  test('does not apply, and waits for a word about it', () => {
    const store = open('.', [ratio()]);
    store.setOnline(false);
    store.change('F1.1', { numerator: '0', denominator: '0' });
    const entry = stateOf(store, 'F1.1');
    expect(entry?.reading.holds).toMatchObject({ value: null, missingReason: 'NOT_APPLICABLE' });
    expect(entry && readinessOf(entry)).toBe('COMMENT');
  });

  test('is read again as it was typed: two zeros and no reason of one’s own', () => {
    const { current, ...saved } = savedCell('', 1);
    if (current === null) throw new Error('nothing saved');
    const zeros = { value: null, numerator: '0', denominator: '0' };
    const missing = { missingReason: 'NOT_APPLICABLE', obsStatus: 'M' } as const;
    const comment = 'No requests this year';
    const store = open('.', [
      { ...saved, ratio: true, current: { ...current, ...zeros, ...missing, comment } },
    ]);
    const entry = stateOf(store, 'F1.1');
    expect(entry).toMatchObject({ draft: { missingReason: null }, reading: { fieldProblems: [] } });
    expect(entry && readinessOf(entry)).toBe('READY');
  });
});

describe('the source of last year', () => {
  const known = () => {
    const lastSource = 'Ministry, Order 7, https://example.org/7';
    server.lastSource = lastSource;
    return cells.map((cell) => ({ ...cell, lastSource }));
  };

  test('stands there, and is not saved before it is confirmed', async () => {
    const store = open('.', known());
    store.change('F1.1', { value: '24' });
    await store.settle();
    expect(server.asked.at(-1)?.sourceText).toBeNull();
    const entry = stateOf(store, 'F1.1');
    expect(entry && carriedSource(entry)).toBe('Ministry, Order 7, https://example.org/7');
  });

  test('is confirmed once for all that is filled in, and in one step to undo', async () => {
    const store = open('.', known());
    store.change('F1.1', { value: '24' });
    store.change('F1.2', { value: '25' });
    await store.settle();
    const carried = carriedSources(store.entries());
    expect(carried.map(({ key }) => key)).toEqual(['F1.1', 'F1.2']);
    store.fill(carried);
    await store.settle();
    expect(server.asked.slice(2).map(({ sourceText }) => sourceText)).toEqual(
      Array(2).fill('Ministry, Order 7, https://example.org/7'),
    );
    expect(carriedSources(store.entries())).toEqual([]);
    store.undo();
    expect(carriedSources(store.entries())).toHaveLength(2);
  });

  test('is gone when it was deleted, and a source typed before its value waits for it', async () => {
    const store = open('.', known());
    store.change('F1.1', { sourceText: '' });
    const entry = stateOf(store, 'F1.1');
    expect(entry && carriedSource(entry)).toBeNull();
    store.change('F1.2', { sourceText: 'Order 8' });
    await store.settle();
    expect(server.asked).toEqual([]);
    const reopened = open('.', known());
    await reopened.restore();
    expect(stateOf(reopened, 'F1.2')?.draft.sourceText).toBe('Order 8');
  });
});
