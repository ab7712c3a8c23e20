import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { codes, type DeskRequests, deskRequests, one } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { importRequests } from '../../testing/import-requests.ts';
import { askManyParts, PEOPLE, reportingFixture, stored } from '../../testing/reporting-fixture.ts';
import { statementsOf } from '../../testing/statements-of.ts';
import { verifyChain } from '../audit/chain.ts';
import { HandedCellsReader } from './handed-cells.reader.ts';

let api: TestApp;
let desk: DeskRequests;
let imports: ReturnType<typeof importRequests>;
const { kgz, uzb, officer, second } = PEOPLE;

/** More values than are read, listed or decided at once. */
const MANY = 2100;
/** Enough ages and kinds for all values to be cells of one indicator. */
const SIDE = 48;
const HEAD = 'code,age,breakdown,value,source,comment';

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = deskRequests(api);
  imports = importRequests(api);
  await askManyParts(api.em(), SIDE);
});
afterAll(() => api.stop());

let turn = 0;
/** Stores a file. Rows without a figure get one that the previous file did not have. */
async function storedFile(rows = ['A5.8,Y1,K1', 'A5.8,Y1,K2', 'A6.1,,']): Promise<string> {
  turn += 1;
  const lines = rows.map((row) => (row.split(',').length > 3 ? row : `${row},${String(turn % 5)}`));
  const text = [
    HEAD,
    ...lines.map((line) =>
      line.split(',').length > 4 ? line : `${line},Register ${String(turn)},`,
    ),
  ].join('\n');
  const { body } = await imports.send(kgz, text, { dryRun: false });
  expect(body.state).toBe('COMMITTED');
  return body.job as string;
}

/** Submits like the desk, which asks for the receipt and not for the form. */
async function submit(who: string, input: object) {
  const { data, errors } = await api.work<{
    submitReturn: {
      submission: { id: string; number: string; cells: number } | null;
      problems: { code: string; field: string; params: { name: string; value: string }[] }[];
    };
  }>(
    who,
    `mutation ($input: SubmitReturnInput!) { submitReturn(input: $input) {
      submission { id number cells } problems { code field params { name value } } } }`,
    { input: { area: 'KGZ', cycle: 2025, idempotencyKey: randomUUID(), ...input } },
  );
  const { submission = null, problems = [] } = data?.submitReturn ?? {};
  return { errors, payload: { submission: submission ?? NO_RECEIPT, problems } };
}
const NO_RECEIPT = { id: '', number: '', cells: 0 };

interface LargeQueue {
  submitted: { id: string; remarks: string[] }[];
  returns: { id: string; waiting: number; observations: string[] }[];
}

const handIn = (who: string, job: string, more: object = {}) =>
  submit(who, { import: job, ...more });
const approve = (who: string, submission: string, expectedValues: number, more: object = {}) =>
  desk.change(who, 'approveReturn', { submission, expectedValues, ...more });

async function handedIn(rows?: string[]): Promise<{ id: string; cells: number }> {
  const { payload } = await handIn(kgz, await storedFile(rows));
  expect(payload.problems).toEqual([]);
  return payload.submission;
}
const queueOf = async (submission: string) =>
  (await desk.read(officer, 'reviewQueue', { submission })).result;
/** Resets the values that an earlier test has left. */
beforeEach(() =>
  api
    .em()
    .execute(`update work.observation set state = 'DRAFT' where area = 'KGZ' and year = 2025`),
);

describe('a stored file', () => {
  it('is handed in by one act: all that it brought, with a receipt and one event', async () => {
    const job = await storedFile();
    const before = (await stored(api.em())) as { submission: number; audit_event: number };
    const { payload } = await handIn(kgz, job, { note: 'All of it' });
    expect(payload.problems).toEqual([]);
    expect(payload.submission.cells).toBe(3);
    const queue = await queueOf(payload.submission.id);
    expect(queue.submitted.map(({ state }) => state)).toEqual(Array(3).fill('SUBMITTED'));
    expect(await stored(api.em())).toMatchObject({
      submission: before.submission + 1,
      audit_event: before.audit_event + 1,
    });
    // the event has a hash by which the submitted revisions can be checked
    const revisions = queue.submitted.map(({ current }) => current.id).sort();
    const contentHash = createHash('sha256').update(revisions.join('\n')).digest('hex');
    const [event] = await api
      .em()
      .execute<{ after: object }[]>(`select after from work.audit_event where subject = ?`, [
        payload.submission.id,
      ]);
    expect(event?.after).toMatchObject({ import: job, values: 3, contentHash });
    expect(codes((await handIn(kgz, job)).payload)).toEqual(['NOTHING_TO_SUBMIT']);
  });

  it('is handed in once, however often the request comes', async () => {
    const job = await storedFile();
    const idempotencyKey = randomUUID();
    const [first, again] = await Promise.all([
      handIn(kgz, job, { idempotencyKey }),
      handIn(kgz, job, { idempotencyKey }),
    ]);
    expect(first.payload.submission.id).toBe(again.payload.submission.id);
  });

  it.each([
    ['of another country', uzb, { area: 'UZB' }],
    ['of another year', kgz, { cycle: 2023 }],
    ['that nobody has sent', kgz, { import: randomUUID() }],
    ['with no id at all', kgz, { import: 'mine' }],
  ])('%s is not found', async (_what, who, more) => {
    const job = await storedFile();
    const before = await stored(api.em());
    const { errors } = await handIn(who, job, more);
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await stored(api.em())).toEqual(before);
  });

  it('is not named together with single cells, nor left out without them', async () => {
    const job = await storedFile();
    for (const more of [{ cells: [] }, { import: null }])
      expect((await handIn(kgz, job, more)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('that is only checked brings nothing', async () => {
    const { body } = await imports.send(kgz, `${HEAD}\nA6.1,,,2,Another`);
    expect(codes((await handIn(kgz, body.job)).payload)).toEqual(['NOTHING_TO_SUBMIT']);
  });

  it('is not handed in where somebody has changed a value of it since', async () => {
    const job = await storedFile();
    const { result } = await desk.read(kgz, 'returnForm', { area: 'KGZ', cycle: 2025 });
    const { version } = one(result.cells, ({ indicator }) => indicator === 'A6.1');
    await desk.save(kgz, 'A6.1', '5', { expectedVersion: version });
    const before = await stored(api.em());
    expect((await handIn(kgz, job)).payload.problems).toMatchObject([
      {
        code: 'VERSION_CONFLICT',
        field: 'import',
        params: expect.arrayContaining([{ name: 'indicator', value: 'A6.1' }]),
      },
    ]);
    expect(await stored(api.em())).toEqual(before);
  });

  it('is not handed in while its parts contradict their total; each reason is told once', async () => {
    const wrong = ['A5.8,Y2,', 'A5.8,Y3,'].map((margin) => `${margin},7`);
    const parts = Array.from({ length: 2 * SIDE }, (_, at) => {
      const [age, kind] = [2 + Math.floor(at / SIDE), at % SIDE];
      return `A5.8,Y${String(age)},K${String(kind)},1`;
    });
    const job = await storedFile([...wrong, ...parts]);
    const { problems } = (await handIn(kgz, job)).payload;
    expect(problems.map(({ code }) => code)).toEqual(['PARTS_DIFFER']);
    expect(one(problems).params).toContainEqual({ name: 'values', value: '2' });
    await storedFile(['A5.8,Y2,', 'A5.8,Y3,'].map((margin) => `${margin},${String(SIDE)}`));
    const { payload } = await handIn(kgz, job);
    expect(codes(payload)).toEqual(['VERSION_CONFLICT']);
  });
});

describe('a return', () => {
  it('is approved as a whole, in one event', async () => {
    const { id } = await handedIn();
    const before = (await stored(api.em())) as { review: number; audit_event: number };
    const { payload } = await approve(officer, id, 3);
    expect(payload).toMatchObject({ problems: [], approved: 3 });
    expect(await stored(api.em())).toMatchObject({
      review: before.review + 3,
      audit_event: before.audit_event + 1,
    });
    const queue = await queueOf(id);
    expect(queue.approved.map(({ reviews }) => reviews.at(-1)?.decision)).toEqual(
      Array(3).fill('APPROVED'),
    );
    expect(one(queue.batches)).toMatchObject({ batch: payload.batch, values: 3 });
    expect(codes((await approve(officer, id, 0)).payload)).toEqual(['NOTHING_TO_APPROVE']);
  });

  it('is found at once, although PostgreSQL has not counted it yet', async () => {
    const { id, cells } = await handedIn();
    const sent = await statementsOf(() => approve(officer, id, cells));
    const finding = sent.findIndex((statement) => statement.includes('submission_revision'));
    expect(sent[finding - 1]).toContain('enable_nestloop = off');
    expect(sent.slice(finding).join()).toContain('enable_nestloop to default');
  });

  it('is approved once, however often the request comes', async () => {
    const { id } = await handedIn();
    const idempotencyKey = randomUUID();
    const first = await approve(officer, id, 3, { idempotencyKey });
    const again = await approve(officer, id, 3, { idempotencyKey });
    expect(again.payload).toEqual(first.payload);
  });

  it('is approved by indicator', async () => {
    const { id } = await handedIn();
    const { payload } = await approve(officer, id, 2, { indicators: ['A5.8'] });
    expect(payload).toMatchObject({ problems: [], approved: 2 });
    const { submitted } = await queueOf(id);
    expect(submitted.map(({ indicator }) => indicator)).toEqual(['A6.1']);
  });

  it('of which somebody decided on a value meanwhile is looked at again first, and by whom is told', async () => {
    const { id } = await handedIn();
    const { submitted } = await queueOf(id);
    const { id: observation, current } = one(submitted);
    await desk.change(second, 'returnValue', { observation, revision: current.id, reason: 'No' });
    const before = await stored(api.em());
    const { problems } = (await approve(officer, id, 3)).payload;
    expect(problems).toMatchObject([{ code: 'RETURN_CHANGED' }]);
    expect(one(problems).params).toEqual(
      expect.arrayContaining([
        { name: 'found', value: '2' },
        { name: 'who', value: 'second' },
      ]),
    );
    expect(await stored(api.em())).toEqual(before);
    expect((await approve(officer, id, 2)).payload).toMatchObject({ approved: 2 });
  });

  it('holds nothing that was handed in anew with another', async () => {
    const { id } = await handedIn();
    const { submitted } = await queueOf(id);
    const {
      id: observation,
      current,
      version,
    } = one(submitted, (each) => each.indicator === 'A6.1');
    await desk.change(second, 'returnValue', { observation, revision: current.id, reason: 'No' });
    const { cell } = await desk.save(kgz, 'A6.1', '5', { expectedVersion: version + 1 });
    await submit(kgz, { cells: [{ id: cell.id, expectedVersion: cell.version }] });
    expect(codes((await approve(officer, id, 3)).payload)).toEqual(['RETURN_CHANGED']);
    expect((await approve(officer, id, 2)).payload).toMatchObject({ approved: 2 });
    const { result } = await desk.read(officer, 'workObservation', { id: observation });
    expect(result.state).toBe('SUBMITTED');
  });

  it('that was taken back is not approved', async () => {
    const { id } = await handedIn();
    await desk.change(kgz, 'recallSubmission', { submission: id });
    expect(codes((await approve(officer, id, 3)).payload)).toEqual(['ALREADY_RECALLED']);
  });

  it('waits for the answer to a question', async () => {
    const { id } = await handedIn();
    const { submitted } = await queueOf(id);
    const { id: observation, current } = one(submitted, (each) => each.indicator === 'A6.1');
    await desk.change(officer, 'askReporter', { observation, revision: current.id, text: 'Why?' });
    expect((await approve(officer, id, 3)).payload.problems).toMatchObject([
      {
        code: 'OPEN_QUESTION',
        params: expect.arrayContaining([{ name: 'indicator', value: 'A6.1' }]),
      },
    ]);
    expect((await approve(officer, id, 2, { indicators: ['A5.8'] })).payload.approved).toBe(2);
    await desk.change(kgz, 'writeMessage', { observation, text: 'So it is.' });
    expect((await approve(officer, id, 1)).payload).toMatchObject({ problems: [], approved: 1 });
  });

  it('is not for its author to approve', async () => {
    const { id } = await handedIn();
    const becomes = (role: string, area: string | null) =>
      api
        .em()
        .execute(`update work.user_account set role = ?, area = ? where email = ?`, [
          role,
          area,
          kgz,
        ]);
    await becomes('OFFICER', null);
    const { problems } = (await approve(kgz, id, 3)).payload;
    await becomes('REPORTER', 'KGZ');
    expect(problems.map(({ code }) => code)).toEqual(['SAME_PERSON', 'SAME_PERSON']);
  });

  it.each([randomUUID(), 'no-id'])('that does not exist (%s) is not found', async (id) => {
    expect((await approve(officer, id, 1)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('a file of many rows', () => {
  it('goes the whole way in a bounded number of statements', async () => {
    const rows = Array.from({ length: MANY }, (_, at) => {
      // none of the ages whose totals exist
      const row = `A5.8,Y${String(4 + (at % (SIDE - 4)))},K${String(Math.floor(at / (SIDE - 4)))}`;
      return at % 7 === 0 ? `${row},4,Register,Counted anew` : row;
    });
    const job = await storedFile(rows);
    const { cell } = await desk.save(uzb, 'A5.8', '3', { area: 'UZB' });
    const small = (await desk.submit(uzb, [cell], { area: 'UZB' })).submission.id;
    const before = (await stored(api.em())) as { review: number; audit_event: number };
    let submission = '';
    const answered = await api.statements(async () => {
      const { payload } = await handIn(kgz, job);
      expect(payload).toMatchObject({ problems: [], submission: { cells: MANY } });
      submission = payload.submission.id;
    });
    expect(answered).toBeLessThanOrEqual(35 + 2 * Math.ceil(MANY / 1000));
    const large = `query ($submission: ID) { reviewQueue(lang: en, submission: $submission) {
      submitted { id remarks } returns { id waiting observations indicators { indicator waiting } } } }`;
    const shown = async (variables: object) =>
      (await api.work<{ reviewQueue: LargeQueue }>(officer, large, { ...variables })).data
        ?.reviewQueue;
    // in the queue the return is one line beside a small one with its value, on its own page its first remarkable values are listed
    const line = { id: submission, waiting: MANY, observations: [] };
    const listed = { id: small, waiting: 1, observations: [cell.id] };
    expect(await shown({})).toMatchObject({
      submitted: [{ id: cell.id }],
      returns: [listed, line],
    });
    // return the rows in reverse order, as a database may do when it reads a whole table
    const cells = api.app.get(HandedCellsReader, { strict: false });
    const pages = cells.pages.bind(cells);
    const turned = jest.spyOn(cells, 'pages').mockImplementation(async function* (...asked) {
      for await (const page of pages(...asked)) yield page.toReversed();
    });
    const page = await shown({ submission });
    turned.mockRestore();
    const marked = await api.em().execute<{ id: string }[]>(
      `select o.id from work.submission_revision x join work.revision r on r.id = x.revision
       join work.observation o on o.id = r.observation
       where x.submission = ? and r.comment is not null order by o.id limit 100`,
      [submission],
    );
    expect(page?.submitted.map(({ id }) => id)).toEqual(marked.map(({ id }) => id));
    expect(page?.submitted.every(({ remarks }) => remarks.includes('COMMENT'))).toBe(true);
    expect(page?.returns).toMatchObject([
      { waiting: MANY, indicators: [{ indicator: 'A5.8', waiting: MANY }] },
    ]);
    let batch = '';
    const approved = await api.statements(async () => {
      const { payload } = await approve(officer, submission, MANY);
      expect(payload.approved).toBe(MANY);
      ({ batch } = payload);
    });
    expect(approved).toBeLessThanOrEqual(20);
    const undone = await api.statements(async () => {
      const { data } = await api.work<{ undoApprovals: { problems: unknown[] } }>(
        second,
        `mutation ($input: UndoApprovalsInput!) { undoApprovals(input: $input) { batch problems { code } } }`,
        { input: { batch, idempotencyKey: randomUUID() } },
      );
      expect(data?.undoApprovals.problems).toEqual([]);
    });
    expect(undone).toBeLessThanOrEqual(20);
    expect(await stored(api.em())).toMatchObject({
      review: before.review + 2 * MANY,
      audit_event: before.audit_event + 3,
    });
    expect(await verifyChain(api.em())).toMatchObject({ ok: true });
  });
});
