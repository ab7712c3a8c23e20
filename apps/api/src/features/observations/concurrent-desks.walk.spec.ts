import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type MutationName,
  codes,
  type DeskRequests,
  deskRequests,
  one,
} from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, reportingFixture } from '../../testing/reporting-fixture.ts';

let api: TestApp;
let desk: DeskRequests;
const { kgz, officer, second } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  // A cell for each test: what one test writes is not removed before the next, as in a ministry.
  await api.em().execute(`insert into work.indicator
    select (jsonb_populate_record(i, jsonb_build_object('code', 'T' || n))).*
    from work.indicator i, generate_series(1, 60) n where i.code = 'A5.8'`);
  await api.em().execute(`insert into work.assignment (cycle, indicator, area, organisation)
    select 2025, i.code, 'KGZ', o.id from work.indicator i, work.organisation o where i.code like 'T%'`);
  desk = deskRequests(api);
  await Promise.all(Object.values(PEOPLE).map((email) => api.cookie(email)));
});
afterAll(() => api.stop());

let cells = 0;
interface Seen {
  id: string;
  indicator: string;
  version: number;
  current: { id: string };
  submission: string | null;
}
type Move = 'save' | 'submit' | 'recall' | 'return' | 'approve' | 'undo';

/** The request for each event, sent by somebody who has seen the same page. */
const SENT: Record<Move, (seen: Seen) => [string, MutationName, Record<string, unknown>]> = {
  save: ({ indicator, version }) => [
    kgz,
    'saveValue',
    { area: 'KGZ', cycle: 2025, indicator, expectedVersion: version, value: '5' },
  ],
  submit: ({ id, version }) => [
    kgz,
    'submitReturn',
    { area: 'KGZ', cycle: 2025, cells: [{ id, expectedVersion: version }] },
  ],
  recall: ({ submission }) => [kgz, 'recallSubmission', { submission }],
  return: ({ id, current }) => [
    officer,
    'returnValue',
    { observation: id, revision: current.id, reason: 'Why' },
  ],
  approve: ({ id, current }) => [
    second,
    'approveValues',
    { values: [{ observation: id, revision: current.id }] },
  ],
  undo: ({ id }) => [officer, 'undoApproval', { observation: id }],
};

/** A new cell in the given state, as a page then shows it. */
async function seenIn(state: 'DRAFT' | 'SUBMITTED' | 'APPROVED'): Promise<Seen> {
  const { cell } = await desk.save(kgz, `T${String((cells += 1))}`, '4');
  if (state === 'DRAFT') return { ...cell, submission: null };
  const { submission, form } = await desk.submit(kgz, [cell]);
  const handedIn = one(form.cells, ({ id }) => id === cell.id);
  const seen = { ...handedIn, submission: submission.id };
  if (state === 'SUBMITTED') return seen;
  const values = [{ observation: seen.id, revision: seen.current.id }];
  const { payload } = await desk.change(second, 'approveValues', { values });
  return { ...one(payload.observations), submission: submission.id };
}

const PAIRS: ['DRAFT' | 'SUBMITTED' | 'APPROVED', Move, Move][] = [
  ['DRAFT', 'save', 'save'],
  ['DRAFT', 'save', 'submit'],
  ['DRAFT', 'submit', 'submit'],
  ['DRAFT', 'submit', 'approve'],
  ['SUBMITTED', 'save', 'return'],
  ['SUBMITTED', 'save', 'approve'],
  ['SUBMITTED', 'return', 'approve'],
  ['SUBMITTED', 'return', 'return'],
  ['SUBMITTED', 'approve', 'approve'],
  ['SUBMITTED', 'recall', 'approve'],
  ['SUBMITTED', 'recall', 'return'],
  ['APPROVED', 'undo', 'save'],
  ['APPROVED', 'undo', 'undo'],
  ['APPROVED', 'undo', 'return'],
];

describe('two changes of one cell at once', () => {
  const bothOrders = PAIRS.flatMap(([state, one, other]) => [
    { state, one, other },
    { state, one: other, other: one },
  ]);
  it.each(bothOrders)(
    '$one and $other of a $state one leave a state that both can be told of',
    async ({ state, one, other }) => {
      const seen = await seenIn(state);
      const answers = await Promise.all(
        [one, other].map((event) => {
          const [who, name, input] = SENT[event](seen);
          return desk.change(who, name, { ...input, idempotencyKey: randomUUID() });
        }),
      );
      for (const { errors } of answers) expect(errors).toBeUndefined();
      // The second request was refused with a reason, unless the first change allowed it.
      const done = answers.filter(({ payload }) => payload.problems.length === 0);
      expect(done.length).toBeGreaterThanOrEqual(1);
      for (const { payload } of answers.filter((answer) => !done.includes(answer))) {
        expect([
          'VERSION_CONFLICT',
          'INVALID_STATE',
          'LOCKED_SUBMITTED',
          'LOCKED_APPROVED',
          'REVISION_CHANGED',
          'ALREADY_REVIEWED',
        ]).toContain(codes(payload)[0]);
      }
      const [row] = await api.em().execute<Record<string, unknown>[]>(
        `select o.version, (select count(*)::int from work.revision r where r.observation = o.id) as revisions,
         (select max(number) from work.revision r where r.observation = o.id) as numbers,
         o.state = 'APPROVED' as approved,
         exists (select 1 from work.review v where v.revision = o.current_revision and v.decision = 'APPROVED') as reviewed,
         o.state in ('SUBMITTED', 'RETURNED', 'APPROVED') as handed_in,
         exists (select 1 from work.submission_revision x where x.revision = o.current_revision) as in_a_return
       from work.observation o where o.id = ?`,
        [seen.id],
      );
      expect(row?.['version']).toBe(seen.version + done.length);
      expect(row?.['numbers']).toBe(row?.['revisions']);
      if (row?.['approved']) expect(row['reviewed']).toBe(true);
      if (row?.['handed_in']) expect(row['in_a_return']).toBe(true);
    },
  );

  it('returns of different cells at once get different receipts', async () => {
    const saved = [await seenIn('DRAFT'), await seenIn('DRAFT'), await seenIn('DRAFT')];
    const handedIn = await Promise.all(saved.map((cell) => desk.submit(kgz, [cell])));
    expect(new Set(handedIn.map(({ submission }) => submission.number)).size).toBe(3);
  });
});
