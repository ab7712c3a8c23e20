import { beforeEach, describe, expect, test } from '@jest/globals';
import { formDrafts } from '../../desk/draft-store.ts';
import { cell, revision, savedCell, tableCell } from '../../testing/form.fixture.ts';
import { withDatabase } from '../../testing/with-database.ts';
import { isRowCell } from './cell-key.ts';
import { EntryStore } from './entry-store.ts';
import { readinessOf } from './entry-state.ts';
import type { KeptDraft } from './read-draft.ts';
import type { FormRowFragment } from './return-form.generated.ts';

withDatabase();

let user = 0;
beforeEach(() => {
  user += 1;
});

function open(...rows: FormRowFragment[]): EntryStore {
  return openIn('.', rows);
}
function openIn(mark: ',' | '.', rows: FormRowFragment[]): EntryStore {
  const drafts = formDrafts<KeptDraft>(`readiness ${user}`, 'KGZ 2025');
  const send = () => Promise.reject(new TypeError('Failed to fetch'));
  return new EntryStore(rows, { year: 2025, mark, drafts, send });
}
const first = (store: EntryStore) => {
  const [entry] = store.entries();
  if (entry === undefined) throw new Error('There is none.');
  return entry;
};

/** A share as the server has it, with what its rules say. */
const share = (value: string, hits: FormRowFragment['hits'] = []): FormRowFragment => ({
  ...savedCell(value, 1),
  ratio: true,
  current: { ...revision, value, numerator: '1', denominator: '3' },
  hits,
});
const mismatch = {
  rule: 'rateConsistency',
  code: 'RATE_MISMATCH',
  severity: 'ERROR' as const,
  params: [],
};

describe('a value typed beside its numerator and denominator', () => {
  test('is there again with its error after a reload, and keeps the return back', () => {
    const entry = first(open(share('60', [mismatch])));
    expect(entry.draft).toMatchObject({ value: '60', numerator: '1', denominator: '3' });
    expect(entry.reading.hits.map(({ code }) => code)).toEqual(['RATE_MISMATCH']);
    expect(readinessOf(entry)).toBe('ERROR');
  });

  test('stays as it was typed where it agrees', () => {
    const entry = first(open(share('33')));
    expect(entry.draft.value).toBe('33');
    expect(readinessOf(entry)).toBe('READY');
  });

  test('is not there where the two gave it', () => {
    expect(first(open(share('33.3'))).draft.value).toBe('');
  });
});

describe('what the server would refuse is not offered for handing in:', () => {
  test('a draft of a cycle that is over', () => {
    const entry = first(open({ ...savedCell('24', 1), lock: 'CYCLE_CLOSED', editable: false }));
    expect(readinessOf(entry)).toBe('LOCKED');
  });

  test('a part that contradicts a total which is locked', () => {
    const whole = tableCell();
    const { table } = whole;
    if (!table) throw new Error('It has a table.');
    const saved = (id: string, value: string) => ({
      id,
      version: 1,
      current: { ...revision, value },
    });
    // 2 by 2 parts of 1 each: their margins are right, the total is not
    const parts = table.cells.map((one, index) => {
      const isMargin = one.part.sex === '_T' || one.part.age === '_T';
      return { ...one, ...saved(`part ${index}`, isMargin ? '2' : '1'), state: 'DRAFT' as const };
    });
    const store = open({
      ...whole,
      ...saved('whole', '9'),
      state: 'SUBMITTED',
      lock: 'LOCKED_SUBMITTED',
      editable: false,
      table: { ...table, cells: parts },
    });
    const blocked = store.entries().filter((entry) => readinessOf(entry) === 'ERROR');
    expect(blocked.map(({ cell: at }) => isRowCell(at))).toEqual([false]);
  });
});

/** A yes/no value; the published one was no. */
const fact = (value: string, evidence: number): FormRowFragment => ({
  ...savedCell(value, 1),
  kind: 'BINARY',
  published: '0',
  history: [],
  evidence,
});

describe('a yes that was a no', () => {
  const proof = { indicator: cell.indicator, value: '1' };
  const codesOf = (store: EntryStore) => first(store).reading.hits.map(({ code }) => code);

  test('is not handed in without evidence, and says so as it is typed', () => {
    const store = open(fact('0', 0));
    expect(readinessOf(first(store))).toBe('READY');
    store.change(proof.indicator, { value: proof.value });
    expect(codesOf(store)).toEqual(['EVIDENCE_REQUIRED']);
    expect(readinessOf(first(store))).toBe('ERROR');
  });

  test('is handed in with a document that is named, but not with the body that reports it', () => {
    const store = open(fact('0', 0));
    store.change(proof.indicator, { value: proof.value, sourceText: ' ministry  of interior' });
    expect(codesOf(store)).toEqual(['EVIDENCE_REQUIRED']);
    store.change(proof.indicator, { sourceText: 'Law No. 63, article 5' });
    expect(codesOf(store)).toEqual([]);
  });

  test('is right as soon as evidence is attached, also where it is not saved yet', () => {
    const store = open(fact('0', 0));
    store.change(proof.indicator, { value: proof.value });
    store.load([fact('0', 1)]);
    expect(first(store).draft.value).toBe(proof.value);
    expect(codesOf(store)).toEqual([]);
  });
});

test('what was sent back and left as it is holds nothing else back', () => {
  const returned = { ...share('60', [mismatch]), state: 'RETURNED' as const };
  expect(readinessOf(first(open(returned)))).toBe('UNANSWERED');
});

test('a comment that was typed before its value outlives that the form is loaded again', async () => {
  const store = open(cell);
  store.change(cell.indicator, { comment: 'Counted twice.' });
  await store.settle();
  store.load([{ ...cell, messages: 1 }]);
  expect(first(store)).toMatchObject({
    draft: { comment: 'Counted twice.' },
    cell: { messages: 1 },
  });
});

test.each(['1,234', 'about 5'])(
  'what could not be read stays as it was typed in another language, and its error with it: %s',
  async (text) => {
    const closed = openIn('.', [cell]);
    closed.setOnline(false);
    closed.change(cell.indicator, { value: text });
    const codesFound = (store: EntryStore) =>
      first(store).reading.fieldProblems.map(({ code }) => code);
    const said = codesFound(closed);
    expect(said).not.toEqual([]);
    await closed.settle();
    const reopened = openIn(',', [cell]);
    await reopened.restore();
    expect(first(reopened).draft.value).toBe(text);
    expect(codesFound(reopened)).toEqual(said);
    reopened.change(cell.indicator, { comment: 'Counted twice.' });
    expect(codesFound(reopened)).toEqual(said);
    reopened.change(cell.indicator, { value: '1,2345' });
    expect(first(reopened).reading.content?.value).toBe('1.2345');
  },
);
