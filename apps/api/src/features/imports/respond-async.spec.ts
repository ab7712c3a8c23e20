import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { log } from '../../http/log.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { importFixture } from '../../testing/import-fixture.ts';
import { importRequests } from '../../testing/import-requests.ts';
import { PEOPLE, stored } from '../../testing/reporting-fixture.ts';
import { CommitImportService } from './commit-import.service.ts';

let api: TestApp;
let imports: ReturnType<typeof importRequests>;
let token: string;
const { kgz, officer } = PEOPLE;

const CREATE = `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret } }`;

beforeAll(async () => {
  api = await startTestApp();
  await importFixture(api.em());
  imports = importRequests(api);
  const input = { area: 'KGZ', name: 'Nightly', days: 30, idempotencyKey: randomUUID() };
  token = (await api.work(kgz, CREATE, { input })).data.createApiToken.secret;
});
afterAll(() => api.stop());
afterEach(() => {
  jest.restoreAllMocks();
});

const send = (value: number, prefer = 'respond-async', dryRun = false) =>
  imports.send(kgz, `code,value\nA5.8,${value}\n`, { dryRun, headers: { prefer } });

type Told = { state: string; problems: { code: string; severity: string }[] };

/** What a program is told of its file: asked until it is stored, or something is in the way. */
async function told(job: string): Promise<Told> {
  for (let asked = 0; ; asked++) {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await api.http({ method: 'GET', url: `/imports/${job}`, headers });
    const { state, problems } = answer.json<Told>();
    const isKeptOut = state === 'CHECKED' && problems.some(({ severity }) => severity === 'ERROR');
    if (isKeptOut || state === 'COMMITTED' || state === 'REFUSED' || asked === 100)
      return { state, problems };
    await wait(50);
  }
}

const commits = () => api.app.get(CommitImportService, { strict: false });

describe('a file whose sender does not wait', () => {
  it('is stored once it is checked', async () => {
    const before = await stored(api.em());
    const { status, body } = await send(7);
    expect([status, body]).toEqual([202, { job: expect.any(String) }]);
    expect(await told(body.job)).toEqual({ state: 'COMMITTED', problems: [] });
    const after = await stored(api.em());
    expect(after['revision']).toBe(Number(before['revision']) + 1);
  });

  it('is stored as a message of SDMX too', async () => {
    const answer = await api.http({
      method: 'POST',
      url: '/sdmx/data?country=KGZ&dryRun=false',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/vnd.sdmx.data+csv;version=2.0.0',
        prefer: 'wait=5, respond-async',
      },
      payload:
        'STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\ndataflow,QADAM:DF(1.0),R,KG,A6_1,2025,4\n',
    });
    expect(answer.statusCode).toBe(202);
    expect(await told(answer.json<{ job: string }>().job)).toMatchObject({ state: 'COMMITTED' });
  });

  it('stays as it is where it was only to be checked', async () => {
    const before = await stored(api.em());
    const { status, body } = await send(8, 'respond-async', true);
    expect(status).toBe(202);
    expect((await imports.checked(kgz, body.job)).state).toBe('CHECKED');
    await wait(300);
    expect((await imports.job(kgz, body.job)).body.state).toBe('CHECKED');
    expect(await stored(api.em())).toEqual(before);
  });

  it('tells by its rows why it was not stored, and is stored when they are corrected', async () => {
    const headers = { prefer: 'respond-async' };
    const { body } = await imports.send(kgz, 'code,value\nA5.8,Z\n', { dryRun: false, headers });
    expect(await told(body.job)).toMatchObject({
      state: 'CHECKED',
      problems: [{ code: 'NOT_A_NUMBER' }],
    });
    await imports.mend(kgz, body.job, 1, { value: '9' });
    expect((await imports.commit(kgz, body.job)).body.state).toBe('COMMITTED');
  });

  it('tells what kept it out after its check, until it is checked again', async () => {
    const code = 'CHANGED_SINCE_CHECK';
    const problems = [{ code, field: null, params: [{ name: 'indicator', value: 'A5.8' }] }];
    jest.spyOn(commits(), 'commit').mockResolvedValueOnce({ done: null, problems });
    const { body } = await send(10);
    expect(await told(body.job)).toMatchObject({
      state: 'CHECKED',
      problems: [{ code, severity: 'ERROR', params: problems[0]?.params }],
    });
    expect((await imports.again(kgz, body.job)).problems).toEqual([]);
    expect((await imports.commit(kgz, body.job)).body.state).toBe('COMMITTED');
  });

  it('tells that storing failed, which is logged too', async () => {
    const failure = new Error('The disk is gone.');
    jest.spyOn(commits(), 'commit').mockRejectedValueOnce(failure);
    const logged = jest.spyOn(log, 'error').mockReturnValue(undefined);
    const { body } = await send(11);
    expect(await told(body.job)).toMatchObject({
      state: 'CHECKED',
      problems: [{ code: 'IMPORT_FAILED' }],
    });
    expect(logged).toHaveBeenCalledWith({ err: failure }, expect.any(String));
  });

  it('of somebody who may store nothing is refused before it is read', async () => {
    const headers = { prefer: 'respond-async' };
    const file = 'code,value\nA5.8,7\n';
    expect((await imports.send(officer, file, { dryRun: false, headers })).status).toBe(403);
    expect((await imports.send(officer, file, { headers })).status).toBe(202);
  });

  it.each([
    ['Respond-Async', 202],
    ['respond-async, wait=5', 202],
    ['return=minimal,RESPOND-ASYNC;of="qadam"', 202],
    ['wait=5', 200],
    ['respond-asynchronously', 200],
    ['handling="respond-async"', 200],
  ])('is asked for by “%s”: %i', async (prefer, status) => {
    const answer = await send(12, prefer, true);
    await imports.checked(kgz, answer.body.job);
    expect(answer.status).toBe(status);
  });
});
