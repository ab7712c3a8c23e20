import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type DeskRequests, deskRequests } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { importFixture } from '../../testing/import-fixture.ts';
import { importRequests } from '../../testing/import-requests.ts';
import { PEOPLE, published } from '../../testing/reporting-fixture.ts';

let api: TestApp;
let desk: DeskRequests;
let imports: ReturnType<typeof importRequests>;
const { kgz, auditor } = PEOPLE;
const FILE = 'code,value,source\nA5.8,7,Register\nA6.1,3,Register\n';
const SUBMIT = `mutation ($input: SubmitReturnInput!) { submitReturn(input: $input) {
  submission { id cells } problems { code } } }`;

beforeAll(async () => {
  api = await startTestApp();
  await importFixture(api.em());
  desk = deskRequests(api);
  imports = importRequests(api);
  await published(api.em(), { area: 'KGZ', indicator: 'A5.8', year: 2023, value: '5' });
  await imports.send(kgz, FILE, { dryRun: false });
});
afterAll(() => api.stop());

/** The file is stored, and handed in by nobody. */
beforeEach(async () => {
  await api
    .em()
    .execute(`update work.observation set state = 'DRAFT' where area = 'KGZ' and year = 2025`);
});

const check = async (file = FILE, cycle = '2025') =>
  (await imports.send(kgz, file, { cycle, lang: 'en' })).body;
const draftsOf = async (id: string, who: string = kgz) => {
  const query = 'query ($id: ID!) { importJob(id: $id) { drafts { cycle values } } }';
  return (await api.work(who, query, { id })).data.importJob.drafts;
};
const handIn = async (file: string) => {
  const input = { area: 'KGZ', cycle: 2025, import: file, idempotencyKey: randomUUID() };
  return (await api.work(kgz, SUBMIT, { input })).data.submitReturn;
};
const nothing = { submission: null, problems: [{ code: 'NOTHING_TO_SUBMIT' }] };

describe('a file that changes nothing', () => {
  it('is handed in without being stored, as long as its values are drafts', async () => {
    const { job, state, summary } = await check();
    expect({ state, summary }).toMatchObject({
      state: 'CHECKED',
      summary: { new: 0, changed: 0, same: 2 },
    });
    for (const who of [kgz, auditor])
      expect(await draftsOf(job, who)).toEqual([{ cycle: 2025, values: 2 }]);
    const { submission, problems } = await handIn(job);
    expect({ cells: submission.cells, problems }).toEqual({ cells: 2, problems: [] });
    expect(await draftsOf(job)).toEqual([]);
    expect(await handIn((await check()).job)).toEqual(nothing);
    // taken back, its values wait again
    await desk.change(kgz, 'recallSubmission', { submission: submission.id });
    expect(await draftsOf((await check()).job)).toEqual([{ cycle: 2025, values: 2 }]);
  });

  it.each([
    ['changes a value', 'A6.1,4,Register'],
    ['has a red row', 'A6.1,many,Register'],
  ])('but one that %s has to be stored first', async (_, line) => {
    const { job } = await check(FILE.replace('A6.1,3,Register', line));
    expect(await draftsOf(job)).toEqual([]);
    expect(await handIn(job)).toEqual(nothing);
  });

  it('is not handed in over what somebody has typed since', async () => {
    const { job } = await check();
    const { result } = await desk.read(kgz, 'returnForm', { area: 'KGZ', cycle: 2025 });
    const { version } = result.cells.find(({ indicator }) => indicator === 'A6.1') ?? {};
    await desk.save(kgz, 'A6.1', '5', { expectedVersion: version });
    expect(await handIn(job)).toMatchObject({ problems: [{ code: 'VERSION_CONFLICT' }] });
    await desk.save(kgz, 'A6.1', '3', { expectedVersion: Number(version) + 1 });
  });

  it('of many years is handed in with the cycles that have drafts of it', async () => {
    const { job, summary } = await check('code,2023,2025,source\nA5.8,5,7,Register\n', '');
    expect(summary).toMatchObject({ new: 0, changed: 0, same: 2 });
    expect(await draftsOf(job)).toEqual([{ cycle: 2025, values: 1 }]);
  });
});
