import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { importFixture } from '../../testing/import-fixture.ts';
import { PEOPLE } from '../../testing/reporting-fixture.ts';

let api: TestApp;
const { kgz, uzb, officer, admin } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  await importFixture(api.em());
});
afterAll(() => api.stop());

const CREATE = `mutation ($input: CreateApiTokenInput!) { answer: createApiToken(input: $input) {
  secret tokens { id name state lastUsedAt } problems { code } } }`;
const REVOKE = `mutation ($input: RevokeApiTokenInput!) { answer: revokeApiToken(input: $input) {
  tokens { id name state } problems { code } } }`;
const LIST = `query { apiTokens(area: "KGZ", lang: en) { id name state lastUsedAt createdBy { name } } }`;

const create = (who: string, more: object = {}) =>
  api.work(who, CREATE, {
    input: { area: 'KGZ', name: 'Nightly', days: 30, idempotencyKey: randomUUID(), ...more },
  });
const secretOf = async (more: object = {}) =>
  (await create(kgz, more)).data.answer.secret as string;

/** Sends a file like a program: without a cookie or the headers that a browser needs. */
function send(token: string, query: string, file = 'code,value\nA5.8,7\n') {
  const boundary = 'of-a-program';
  return api.http({
    method: 'POST',
    url: `/imports?${query}`,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${file}\r\n--${boundary}--\r\n`,
  });
}

describe('a token', () => {
  it('is made by a reporter for the own country, and shown once', async () => {
    const input = { idempotencyKey: randomUUID() };
    const { data } = await create(kgz, input);
    expect(data.answer).toMatchObject({
      problems: [],
      secret: expect.stringMatching(/^qadam_[\w-]{43}$/),
    });
    expect((await create(kgz, input)).data.answer.secret).toBeNull();
    const stored = await api.em().execute('select * from work.api_token');
    expect(JSON.stringify(stored)).not.toContain(data.answer.secret);
    expect((await create(uzb)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await create(officer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await create(admin)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const long = await create(kgz, { days: 400 });
    expect(long.data.answer.problems).toEqual([{ code: 'DAYS_OUT_OF_RANGE' }]);
  });

  it('sends a file for its country and no other, without a cookie, and says when it was used', async () => {
    const token = await secretOf({ name: 'Sender' });
    const answer = await send(token, 'country=KGZ&cycle=2025&dryRun=false');
    expect(answer.json()).toMatchObject({ state: 'COMMITTED', summary: { new: 1 } });
    expect((await send(token, 'country=UZB&cycle=2025')).statusCode).toBe(404);
    const { data } = await api.work(kgz, LIST);
    const used = data.apiTokens.find(({ name }: { name: string }) => name === 'Sender');
    expect(used).toMatchObject({
      state: 'ACTIVE',
      lastUsedAt: expect.any(String),
      createdBy: { name: 'kgz' },
    });
    const [event] = await api
      .em()
      .execute(
        `select after from work.audit_event where operation = 'COMMIT_IMPORT' order by number desc limit 1`,
      );
    expect(event).toMatchObject({ after: { token: used.id } });
  });

  it('sends a message of SDMX as it is', async () => {
    const token = await secretOf();
    const payload =
      '<CompactData><Series INDICATOR="A6_1" REF_AREA="KG"><Obs TIME_PERIOD="2025" OBS_VALUE="3"/></Series></CompactData>';
    const post = (type: string, body: string) =>
      api.http({
        method: 'POST',
        url: '/sdmx/data?country=KGZ&dryRun=false',
        headers: { authorization: `Bearer ${token}`, 'content-type': type },
        payload: body,
      });
    const type = 'application/vnd.sdmx.structurespecificdata+xml;version=2.1';
    expect((await post(type, payload)).json()).toMatchObject({
      state: 'COMMITTED',
      summary: { new: 1 },
    });
    const csv =
      'STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\ndataflow,QADAM:DF(1.0),R,KG,A6_1,2025,4\n';
    const read = await post('application/vnd.sdmx.data+csv;version=2.0.0', csv);
    expect(read.json().problems).toEqual([]);
    expect(read.json()).toMatchObject({ state: 'COMMITTED', summary: { changed: 1 } });
    const large = await post(type, payload.replace('<Series', `<!--${'x'.repeat(1e6)}--><Series`));
    expect(large.json()).toMatchObject({ state: 'COMMITTED', summary: { changed: 1 } });
    expect((await post('application/json', '{}')).statusCode).toBe(400);
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa">]>${payload}`;
    expect((await post(type, bomb)).json()).toMatchObject({
      state: 'REFUSED',
      problems: [{}, { code: 'XML_DTD' }],
    });
    expect((await post(type, 'x'.repeat(10 * 1024 * 1024 + 1))).statusCode).toBe(413);
  });

  it('opens nothing else: no desk, no evidence, no templates', async () => {
    const headers = { authorization: `Bearer ${await secretOf()}` };
    const query = { query: '{ duties(lang: en) { area } }' };
    const desk = await api.http({ method: 'POST', url: '/work/graphql', headers, payload: query });
    expect(desk.json().errors[0].extensions.code).toBe('UNAUTHENTICATED');
    const template = await api.http({ method: 'GET', url: '/templates/KGZ/2025.xlsx', headers });
    expect(template.statusCode).toBe(401);
  });

  it('counts no more once it is revoked, has ended, or its person has left', async () => {
    const status = async (token: string) =>
      (await send(token, 'country=KGZ&cycle=2025')).statusCode;
    const token = await secretOf({ name: 'To revoke' });
    expect(await status(token)).toBe(200);
    const { data } = await api.work(kgz, LIST);
    const { id } = data.apiTokens.find(({ name }: { name: string }) => name === 'To revoke');
    const revoke = (who: string) =>
      api.work(who, REVOKE, { input: { token: id, idempotencyKey: randomUUID() } });
    expect((await revoke(uzb)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const revoked = await revoke(admin);
    expect(revoked.data.answer.tokens).toContainEqual({ id, name: 'To revoke', state: 'REVOKED' });
    expect(await status(token)).toBe(401);

    const late = await secretOf({ name: 'Late' });
    await api.em().execute(`update work.api_token set ends_at = now() where name = 'Late'`);
    expect(await status(late)).toBe(401);

    const orphan = await secretOf();
    await api
      .em()
      .execute(`update work.user_account set disabled_at = now() where email = ?`, [kgz]);
    expect(await status(orphan)).toBe(401);
    await api
      .em()
      .execute(`update work.user_account set disabled_at = null where email = ?`, [kgz]);
    expect(await status(orphan)).toBe(200);
  });

  it.each(['', 'qadam_short', `qadam_${'x'.repeat(43)}`])('“%s” is none', async (token) => {
    expect((await send(token, 'country=KGZ&cycle=2025')).statusCode).toBe(401);
  });
});
