import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type DeskRequests, deskRequests } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { importRequests } from '../../testing/import-requests.ts';
import { PEOPLE, reportingFixture } from '../../testing/reporting-fixture.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { problem } from '../../graphql/problem.ts';
import { ChangesUnderWay, type Tell } from '../desk-changes/changes-under-way.ts';
import { piecesOf } from '../observations/observation.store.ts';

let api: TestApp;
let desk: DeskRequests;
let changes: ChangesUnderWay;
/** The id of a stored file of Kyrgyzstan. */
let job = '';
const { kgz, uzb, officer } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = deskRequests(api);
  changes = api.app.get(ChangesUnderWay, { strict: false });
});
afterAll(() => api.stop());

const QUERY = `query ($of: ID!) { changeProgress(of: $of) { state step done values problems { code } } }`;
const asked = async (who: string, of: string) =>
  (await api.work<{ changeProgress: object | null }>(who, QUERY, { of })).data?.changeProgress;

const OFFICER = { role: 'OFFICER', area: null, areas: null } as Parameters<
  ChangesUnderWay['progress']
>[0];

it('of a stored file that was handed in it is told how many values it was, to who may see them', async () => {
  const file = 'code,value,source\nA5.8,4,Register\n';
  const { body } = await importRequests(api).send(kgz, file, { dryRun: false });
  job = String(body.job);
  expect(await asked(kgz, job)).toBeNull();
  await desk.change(kgz, 'submitReturn', { area: 'KGZ', cycle: 2025, import: job });
  const done = { state: 'DONE', done: 1, values: 1, problems: [] };
  expect(await asked(officer, job)).toMatchObject(done);
  expect(await asked(uzb, job)).toBeNull();
});

it.each([
  ['a file of another country', () => job],
  ['nothing', () => randomUUID()],
])('nothing is kept under the id of %s', async (_what, idOf) => {
  const of = idOf();
  const before = await asked(officer, of);
  const follow = jest.spyOn(changes, 'follow');
  await desk.change(uzb, 'submitReturn', { area: 'UZB', cycle: 2025, import: of });
  expect(follow.mock.calls.map(([subject]) => subject)).toEqual([{ of: null, area: 'UZB' }]);
  follow.mockRestore();
  expect(await asked(officer, of)).toEqual(before);
});

it('very many are written by four statements', () => {
  const pieces = piecesOf(100_001);
  expect(pieces.map(({ to }) => to)).toEqual([25_001, 50_002, 75_003, 100_001]);
  expect(pieces.map(({ from }) => from)).toEqual([0, 25_001, 50_002, 75_003]);
  expect(piecesOf(0)).toEqual([]);
});

describe('a file that could not be stored', () => {
  const imports = () => importRequests(api);
  const sent = async (file: string): Promise<string> =>
    (await imports().send(uzb, file, { country: 'UZB' })).body.job;
  const refusedFor = (code: string) => ({ state: 'REFUSED', problems: [{ code }] });

  it('says so until it is checked again', async () => {
    const job = await sent('code,value\nA5.8,4\n');
    await desk.save(uzb, 'A5.8', '3', { area: 'UZB' });
    await imports().commit(uzb, job);
    expect(await asked(uzb, job)).toMatchObject(refusedFor('CHANGED_SINCE_CHECK'));
    expect(await imports().again(uzb, job)).toMatchObject({ state: 'CHECKED' });
    expect(await asked(uzb, job)).toBeNull();
  });

  it('says so until one of its rows was put right', async () => {
    const job = await sent('code,value\nA5.8,many\n');
    await imports().commit(uzb, job);
    expect(await asked(uzb, job)).toMatchObject(refusedFor('HAS_ERRORS'));
    const mended = await imports().mend(uzb, job, 1, { value: '5' });
    expect(mended.body).toMatchObject({ state: 'CHECKED', summary: { errors: 0 } });
    expect(await asked(uzb, job)).toBeNull();
  });
});

describe('a change that is followed', () => {
  const follow = (of: string, work: (tell: Tell) => Promise<{ done: null; problems: [] }>) =>
    changes.follow({ of, area: 'KGZ' }, work);
  const ended = { done: null, problems: [] } as unknown as { done: null; problems: [] };

  it('is told while it runs to who reads the working data of its country, and to nobody else', async () => {
    const of = randomUUID();
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const change = follow(of, async (tell) => {
      tell('WRITING', 3, 7);
      await promise;
      return ended;
    });
    const running = { state: 'RUNNING', step: 'WRITING', done: 3, values: 7, problems: [] };
    expect(await asked(kgz, of)).toEqual(running);
    expect(await asked(officer, of)).toEqual(running);
    expect(await asked(uzb, of)).toBeNull();
    expect(await asked(kgz, randomUUID())).toBeNull();
    // a second change about the same subject waits for the first and does not hide its progress
    await follow(of, () => Promise.resolve(ended));
    expect(await asked(kgz, of)).toEqual(running);
    resolve(undefined);
    await change;
    expect(await asked(kgz, of)).toMatchObject({ state: 'DONE' });
  });

  it('is remembered by how it ended last, and by no more than a hundred reasons', async () => {
    const of = randomUUID();
    const refusedFor = (code: string) =>
      changes.follow({ of, area: 'KGZ' }, () => {
        const problems = Array.from({ length: 101 }, () => problem(code, null));
        return Promise.resolve({ done: null, problems });
      });
    await refusedFor('CYCLE_CLOSED');
    await refusedFor('NOTHING_TO_SUBMIT');
    const told = changes.progress(OFFICER, of);
    expect(told?.problems.map(({ code }) => code)).toEqual(Array(100).fill('NOTHING_TO_SUBMIT'));
    const missing = new ApiError('NOT_FOUND');
    await expect(follow(of, () => Promise.reject(missing))).rejects.toBe(missing);
    expect(changes.progress(OFFICER, of)).toBe(told);
  });

  it('that breaks off says so, and is remembered for ten minutes', async () => {
    const of = randomUUID();
    await expect(
      follow(of, () => Promise.reject(new Error('The database is away.'))),
    ).rejects.toThrow();
    expect(await asked(kgz, of)).toMatchObject({ state: 'FAILED', problems: [] });
    const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 601_000);
    const found = changes.progress(OFFICER, of);
    later.mockRestore();
    expect(found).toBeNull();
  });
});
