import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { importFixture } from '../../testing/import-fixture.ts';
import { importRequests } from '../../testing/import-requests.ts';
import { PEOPLE, stored } from '../../testing/reporting-fixture.ts';
import { UserAccount } from '../users/user-account.entity.ts';

let api: TestApp;
let imports: ReturnType<typeof importRequests>;
const { kgz, officer } = PEOPLE;
const colleague = 'colleague.kgz@example.org';

beforeAll(async () => {
  api = await startTestApp();
  await importFixture(api.em());
  imports = importRequests(api);
  const { organisation } = await api.em().findOneOrFail(UserAccount, { email: kgz });
  await api.em().insert(UserAccount, {
    ...{ id: randomUUID(), email: colleague, name: 'colleague', role: 'REPORTER', area: 'KGZ' },
    ...{ organisation, passwordHash: '-' },
  });
});
afterAll(() => api.stop());

const sent = async (file: string): Promise<string> => (await imports.send(kgz, file)).body.job;
const codesOf = ({ body }: { body: { problems: { code: string }[] } }) =>
  body.problems.map(({ code }) => code);

describe('an officer', () => {
  const FILE = 'code,year,value,target 2030\nA5.8,2025,40,80\nA6.1,2025,Z,\nOffences,2025,3,\n';

  it.each<[string, (job: string) => Promise<{ status: number }>]>([
    ['columns', (job) => imports.check(officer, job, { columns: { indicator: 1, value: 4 } })],
    ['a head', (job) => imports.check(officer, job, { head: 1 })],
    ['columns of values', (job) => imports.check(officer, job, { values: [3, 4] })],
    ['texts', (job) => imports.check(officer, job, { codes: { indicator: { Offences: 'A5.8' } } })],
    ['no texts any more', (job) => imports.check(officer, job, { codes: null })],
    ['the value of a row', (job) => imports.mend(officer, job, 2, { value: '3' })],
    ['which rows are left out', (job) => imports.mend(officer, job, 2, { leaveOut: true })],
  ])('does not say %s of the file of a country', async (_what, say) => {
    const job = await sent(FILE);
    const before = await imports.job(kgz, job);
    expect((await say(job)).status).toBe(403);
    expect(await imports.job(kgz, job)).toEqual(before);
  });

  it('reads it again as it is, so that a series is seen once it is mapped', async () => {
    const job = await sent(FILE);
    const before = await imports.contents(job);
    await imports.again(officer, job);
    expect(await imports.contents(job)).toEqual(before);
  });

  it('is refused at once where a file is to be stored', async () => {
    const before = await stored(api.em());
    const answer = await imports.send(officer, 'code,value\nA5.8,7\n', { dryRun: false });
    expect(answer.status).toBe(403);
    expect(await stored(api.em())).toEqual(before);
  });
});

describe('a file that others of the country see too', () => {
  const RED = 'code,value\nA5.8,1200\nA6.1,Z\n';
  const mended = async (value: string): Promise<string> => {
    const job = await sent(RED);
    await imports.mend(kgz, job, 2, { value });
    return job;
  };
  const seen = async (job: string): Promise<string> => (await imports.job(kgz, job)).body.checkedAt;

  it('is not stored by whoever saw it before it was corrected', async () => {
    const job = await sent(RED);
    await imports.mend(kgz, job, 2, { leaveOut: true });
    const before = await seen(job);
    await imports.mend(colleague, job, 2, { leaveOut: false, value: '2' });
    const nothing = await stored(api.em());
    const refused = await imports.commit(kgz, job, before);
    expect(refused.body.state).toBe('CHECKED');
    expect(codesOf(refused)).toEqual(['IMPORT_CHANGED']);
    expect(await stored(api.em())).toEqual(nothing);
    const taken = await imports.commit(kgz, job, refused.body.checkedAt);
    expect(taken.body).toMatchObject({ state: 'COMMITTED', problems: [] });
  });

  it.each([colleague, officer])('nor before %s had it read again', async (other) => {
    const job = await mended('4');
    const before = await seen(job);
    await imports.again(other, job);
    expect(codesOf(await imports.commit(kgz, job, before))).toEqual(['IMPORT_CHANGED']);
    expect((await imports.commit(kgz, job, await seen(job))).body.state).toBe('COMMITTED');
    // asked for once more, it stays stored
    expect((await imports.commit(kgz, job, before)).body.state).toBe('COMMITTED');
  });

  it('is stored with a trace of who sent it, if that is another person', async () => {
    const job = await mended('5');
    expect((await imports.commit(colleague, job)).body.state).toBe('COMMITTED');
    const { id } = await api.em().findOneOrFail(UserAccount, { email: kgz });
    const [event] = await api
      .em()
      .execute(`select after from work.audit_event where subject = ?`, [job]);
    expect(event).toMatchObject({ after: { sender: id } });
  });

  it('has no time of its check while it is read', async () => {
    const job = await sent(RED);
    await api.em().execute(`update work.import_job set state = 'READING' where id = ?`, [job]);
    expect(await seen(job)).toBeNull();
  });
});
