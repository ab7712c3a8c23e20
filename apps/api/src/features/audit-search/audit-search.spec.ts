import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readCsv } from '@qadam/domain';
import { type AdminRequests, adminRequests } from '../../testing/admin-requests.ts';
import type { AuditOperation } from '@qadam/domain';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, published, reportingFixture } from '../../testing/reporting-fixture.ts';
import type { Actor } from '../../graphql/access.ts';
import { chainHead, recordEvent } from '../audit/chain.ts';
import { canonicalJson } from '../audit/canonical-json.ts';

let api: TestApp;
let desk: AdminRequests;

interface Told {
  who?: keyof typeof PEOPLE;
  operation?: AuditOperation;
  subject?: string;
  area?: string;
  before?: object;
  after?: object;
}

async function record(told: Told): Promise<void> {
  const { who = 'kgz', operation = 'SAVE_VALUE', subject = 'observation 1', ...detail } = told;
  const [actor] = await api
    .em()
    .execute<Actor[]>('select * from work.user_account where email = ?', [PEOPLE[who]]);
  await api.em().transactional((em) => recordEvent(em, actor ?? null, operation, subject, detail));
}

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = adminRequests(api);
  await record({
    area: 'KGZ',
    before: { value: '12' },
    after: { value: '1250', note: '100% sure' },
  });
  await record({ area: 'UZB', who: 'uzb', subject: 'observation 2', after: { value: '7' } });
  await record({ who: 'officer', operation: 'APPROVE', subject: 'observation 1', area: 'KGZ' });
  await record({
    who: 'officer',
    operation: 'WRITE_MESSAGE',
    subject: '=HYPERLINK("http://evil")',
    after: { text: '@SUM(A1) "quoted", comma\nline' },
  });
});
afterAll(() => api.stop());

const find = async (filter: object, first = 50, after: string | null = null) => {
  const { errors, result } = await desk.read(PEOPLE.auditor, 'auditEvents', {
    filter,
    first,
    after,
  });
  if (errors) throw new Error(JSON.stringify(errors));
  return result;
};
const numbers = async (filter: object) => (await find(filter)).events.map(({ number }) => number);

describe('searching the audit', () => {
  it.each([
    [{}, ['4', '3', '2', '1']],
    [{ who: 'OFFICER' }, ['4', '3']],
    [{ who: 'reporter.uzb@' }, ['2']],
    [{ operation: 'APPROVE' }, ['3']],
    [{ operation: 'SAVE' }, []],
    [{ subject: 'observation' }, ['3', '2', '1']],
    [{ subject: 'observation 1', who: 'kgz' }, ['1']],
    [{ area: 'KGZ' }, ['3', '1']],
    [{ value: '1250' }, ['1']],
    [{ value: '12' }, ['1']],
    [{ value: '0%' }, ['1']],
    [{ value: '%' }, ['1']],
    [{ value: '_' }, []],
    [{ value: '"quoted"' }, ['4']],
    [{ value: 'note' }, []],
    [{ who: ' ', operation: '' }, ['4', '3', '2', '1']],
  ])('for %j finds %j', async (filter, expected) => {
    expect(await numbers(filter)).toEqual(expected);
  });

  it('by days counts the first and the last one whole', async () => {
    const days = (await find({})).events.map(({ at }) => at.slice(0, 10)).sort();
    const [first = '', last = ''] = [days[0], days.at(-1)];
    const before = new Date(Date.parse(first) - 86_400_000).toISOString().slice(0, 10);
    expect(await numbers({ from: first, to: last })).toEqual(await numbers({}));
    expect(await numbers({ to: before })).toEqual([]);
  });

  it.each([{ from: 'yesterday' }, { to: '2026-02-30' }, { from: '2026-1-1' }])(
    'refuses %j',
    async (filter) => {
      const { errors } = await desk.read(PEOPLE.auditor, 'auditEvents', { filter, first: 5 });
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    },
  );

  it('shows who did it in which role, and what was before and after', async () => {
    const [event] = (await find({ value: '1250' })).events;
    expect(event).toMatchObject({
      actor: { name: 'kgz' },
      role: 'REPORTER',
      changes: [
        { field: 'value', before: '12', after: '1250' },
        { field: 'note', before: null, after: '100% sure' },
      ],
    });
  });

  it('calls a person, a body and a cell by their names', async () => {
    const { id, organisation } = await desk.user(PEOPLE.kgz);
    const cell = await published(api.em(), {
      area: 'KGZ',
      indicator: 'A5.8',
      year: 2021,
      value: '3',
    });
    const subjects = [`user ${id}`, `organisation ${organisation?.id ?? ''}`, cell, 'user nobody'];
    for (const subject of subjects) await record({ operation: 'MARK_EVIDENCE', subject });
    const { events } = await find({ operation: 'MARK_EVIDENCE' });
    const names = events.map(({ subjectName }) => subjectName).reverse();
    expect(names).toEqual(['kgz', 'MIA', 'A5.8 · KGZ · 2021', null]);
  });

  it('goes on from its cursor, also when events came meanwhile', async () => {
    const first = await find({ area: 'KGZ' }, 1);
    expect(first.events.map(({ number }) => number)).toEqual(['3']);
    await record({ area: 'KGZ', operation: 'MARK_EVIDENCE' });
    const rest = await find({ area: 'KGZ' }, 1, first.next);
    expect(rest).toMatchObject({ events: [{ number: '1' }], next: null });
  });

  it.each([
    [{ first: 0 }],
    [{ first: 201 }],
    [{ first: 5, after: 'x' }],
    [{ first: 5, after: Buffer.from('["users","1"]').toString('base64url') }],
    [{ first: 5, after: Buffer.from('["audit","one"]').toString('base64url') }],
    [{ first: 5, after: Buffer.from('["audit","9999999999999999999"]').toString('base64url') }],
  ])('refuses %j', async (wrong) => {
    const { errors } = await desk.read(PEOPLE.auditor, 'auditEvents', wrong);
    expect(['BAD_USER_INPUT', 'TOO_COMPLEX']).toContain(errors?.[0]?.extensions.code);
  });

  it('offers the operations that occur', async () => {
    const { result } = await desk.read(PEOPLE.admin, 'auditOperations');
    expect(result).toEqual(['APPROVE', 'MARK_EVIDENCE', 'SAVE_VALUE', 'WRITE_MESSAGE']);
  });
});

describe('the audit as a file', () => {
  const download = async (query: string) =>
    api.http({
      url: `/work/audit.csv?${query}`,
      headers: { cookie: await api.cookie(PEOPLE.auditor) },
    });

  it('holds what was found, and no cell that a spreadsheet would run', async () => {
    const answer = await download('who=officer');
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="qadam-audit.csv"',
      'cache-control': 'no-store',
    });
    const { rows } = readCsv({ bytes: answer.rawPayload });
    expect(rows).toHaveLength(3);
    expect(rows[0]?.slice(0, 3)).toEqual(['number', 'at', 'actor']);
    expect(rows[1]?.[6]).toBe(`'=HYPERLINK("http://evil")`);
    expect(rows[1]?.[9]).toBe(JSON.stringify({ text: '@SUM(A1) "quoted", comma\nline' }));
  });

  it('lets anybody compute the chain again from it', async () => {
    const { rows } = readCsv({ bytes: (await download('subject=observation')).rawPayload });
    const given = (cell = '') => (cell === '' ? null : cell);
    const content = (cell = '') => (cell === '' ? null : (JSON.parse(cell) as object));
    for (const [
      number,
      at,
      actor,
      ,
      role,
      operation,
      subject,
      area,
      before,
      after,
      previous,
      hash,
    ] of rows.slice(1)) {
      const event = { number, at, actor, role, operation, subject, area: given(area) };
      const told = { ...event, before: content(before), after: content(after) };
      const text = `${previous ?? ''}\n${canonicalJson(told)}`;
      expect(createHash('sha256').update(text).digest('hex')).toBe(hash);
    }
    expect(rows.length).toBeGreaterThan(4);
  });

  it.each(['colour=red', 'who=a&who=b', 'from=soon'])('is refused for ?%s', async (query) => {
    expect((await download(query)).statusCode).toBe(400);
  });
});

describe('verifying the chain', () => {
  it('tells its length and head', async () => {
    const { result } = await desk.read(PEOPLE.auditor, 'verifyAudit');
    expect(result).toMatchObject({ intact: true, brokenAt: null });
    expect(result.head).toBe(await chainHead(api.em()));
    expect(result.events).toBeGreaterThan(4);
  });

  it('tells where it is broken', async () => {
    await api.em().transactional(async (em) => {
      await em.execute('alter table work.audit_event disable trigger audit_event_is_append_only');
      await em.execute(`update work.audit_event set subject = 'other' where number = 3`);
      await em.execute('alter table work.audit_event enable trigger audit_event_is_append_only');
    });
    const { result } = await desk.read(PEOPLE.auditor, 'verifyAudit');
    expect(result).toEqual({ intact: false, events: null, head: null, brokenAt: 3 });
  });
});
