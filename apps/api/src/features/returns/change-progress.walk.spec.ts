import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type DeskRequests, deskRequests } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { importRequests } from '../../testing/import-requests.ts';
import { statementsOf } from '../../testing/statements-of.ts';
import { askManyParts, PEOPLE, reportingFixture } from '../../testing/reporting-fixture.ts';
import { ChangesUnderWay } from '../desk-changes/changes-under-way.ts';

let api: TestApp;
let desk: DeskRequests;
let changes: ChangesUnderWay;
const { kgz, uzb, officer } = PEOPLE;

/** More values than are checked at once. */
const MANY = 2100;
const SIDE = 46;
const ROWS = Array.from({ length: MANY }, (_, at) => {
  const [age, kind] = [at % SIDE, Math.floor(at / SIDE)];
  return `A5.8,Y${String(age)},K${String(kind)},4,Register,`;
});

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = deskRequests(api);
  changes = api.app.get(ChangesUnderWay, { strict: false });
  await askManyParts(api.em(), SIDE);
});
afterAll(() => api.stop());

/** The reports while the values are written in pieces. */
const WRITTEN = [1000, 2000, MANY].map((done) => `WRITING ${String(done)} of ${String(MANY)}`);

const QUERY = `query ($of: ID!) { changeProgress(of: $of) { state step done values problems { code } } }`;
const asked = async (who: string, of: string) =>
  (await api.work<{ changeProgress: object | null }>(who, QUERY, { of })).data?.changeProgress;

const OFFICER = { role: 'OFFICER', area: null, areas: null } as Parameters<
  ChangesUnderWay['progress']
>[0];

/** The progress at each report, and how many turns of the event loop others have had by then (the embedded database serves nobody else meanwhile). */
async function toldOf<T>(of: string, work: () => Promise<T>) {
  const told: string[] = [];
  const turns: number[] = [];
  const others = { turns: 0, waiting: true };
  const count = () => {
    others.turns += 1;
    if (others.waiting) setImmediate(count);
  };
  setImmediate(count);
  const follow = changes.follow.bind(changes);
  const followed = jest.spyOn(changes, 'follow').mockImplementation((subject, change) =>
    follow(subject, (tell) =>
      change((...far) => {
        tell(...far);
        const now = changes.progress(OFFICER, of);
        told.push(`${String(now?.step)} ${String(now?.done)} of ${String(now?.values)}`);
        turns.push(others.turns);
      }),
    ),
  );
  const answer = await work();
  others.waiting = false;
  followed.mockRestore();
  return { answer, told, turns };
}

describe('of a stored file and its return', () => {
  let job = '';
  let submission = '';
  const submitted = randomUUID();
  const imports = () => importRequests(api);
  beforeAll(async () => {
    const text = ['code,age,breakdown,value,source,comment', ...ROWS].join('\n');
    job = (await imports().send(kgz, text)).body.job as string;
  });
  const handIn = (expected: object = {}) =>
    desk.change(kgz, 'submitReturn', { area: 'KGZ', cycle: 2025, import: job, ...expected });

  it('it is told how many values are stored while it is committed, and afterwards the file itself says so', async () => {
    const far: unknown[] = [];
    const saw = async () => far.push(await asked(kgz, job), await asked(uzb, job));
    await saw();
    const { answer, told } = await toldOf(job, () => imports().commit(kgz, job));
    expect(answer.body).toMatchObject({ state: 'COMMITTED', problems: [] });
    expect(told).toEqual(['STORING 0 of 2100', 'STORING 2100 of 2100']);
    await imports().commit(kgz, job);
    await saw();
    expect(far).toEqual([null, null, null, null]);
  });

  it('it is told how many values are checked, and how many are written, while it is handed in', async () => {
    expect(await asked(kgz, job)).toBeNull();
    const told: string[] = [];
    const turns: number[] = [];
    const sent = await statementsOf(async () => {
      const handing = await toldOf(job, () => handIn({ idempotencyKey: submitted }));
      submission = handing.answer.payload.submission.id;
      told.push(...handing.told);
      turns.push(...handing.turns);
    });
    // sending 4 MB of ids to the server and back would hold up other requests
    expect(sent.filter((statement) => statement.includes('uuid[]'))).toEqual([]);
    expect(told).toEqual([
      ...[0, 250, 500, 750, 1000, 1250, 1500, 1750, 2000].map(
        (n) => `CHECKING ${String(n)} of 2100`,
      ),
      ...['CHECKING 2100 of 2100', 'WRITING 0 of 2100', ...WRITTEN],
    ]);
    // others are let in after each slice of a page
    for (const page of [turns.slice(1, 5), turns.slice(5, 9)]) expect(new Set(page).size).toBe(4);
    // for a person who left the page and opens it again
    const done = { state: 'DONE', done: MANY, values: MANY, problems: [] };
    expect(await asked(kgz, job)).toMatchObject(done);
    expect(await asked(officer, job)).toMatchObject(done);
    expect(await asked(uzb, job)).toBeNull();
  });

  it('a refusal says so', async () => {
    await handIn();
    const refused = { state: 'REFUSED', problems: [{ code: 'NOTHING_TO_SUBMIT' }] };
    expect(await asked(kgz, job)).toMatchObject(refused);
  });

  it('it is told how many values are accepted while it is approved', async () => {
    const { answer, told } = await toldOf(submission, () =>
      desk.change(officer, 'approveReturn', { submission, expectedValues: MANY }),
    );
    expect(answer.payload).toMatchObject({ approved: MANY, problems: [] });
    expect(told).toEqual(['CHECKING 0 of 2100', 'WRITING 0 of 2100', ...WRITTEN]);
    const [{ moved }] = await api.em().execute<[{ moved: number }]>(
      `select count(*)::int as moved from work.submission_revision x
         join work.review v on v.revision = x.revision
         join work.observation o on o.id = v.observation and o.current_revision = v.revision
         where x.submission = ? and o.state = 'APPROVED'`,
      [submission],
    );
    expect(moved).toBe(MANY);
  });

  it('a request that came again, or asked for what is not there, tells nothing new', async () => {
    const before = await asked(kgz, job);
    await handIn({ idempotencyKey: submitted });
    expect(await asked(kgz, job)).toEqual(before);
    const { errors } = await desk.change(kgz, 'submitReturn', {
      ...{ area: 'KGZ', cycle: 2023, import: job },
    });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await asked(kgz, job)).toEqual(before);
  });

  it('nothing is kept under the id of a return', async () => {
    const before = await asked(officer, submission);
    const follow = jest.spyOn(changes, 'follow');
    await desk.change(uzb, 'submitReturn', { area: 'UZB', cycle: 2025, import: submission });
    expect(follow.mock.calls.map(([subject]) => subject)).toEqual([{ of: null, area: 'UZB' }]);
    follow.mockRestore();
    expect(await asked(officer, submission)).toEqual(before);
  });
});
