import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../graphql/access.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, reportingFixture } from '../../testing/reporting-fixture.ts';
import { serverWork } from '../../testing/server-work.ts';
import { NudgeService } from './nudge.service.ts';

let api: TestApp;
let nudges: NudgeService;
let officer: Actor;

const NOW = new Date();
const hoursOn = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const remind = (now: Date, area = 'KGZ', cycle = 2025, idempotencyKey: string = randomUUID()) =>
  nudges.remind(officer, { area, cycle, idempotencyKey }, now);
const addresses = async () =>
  (
    await api.em().execute<{ email: string }[]>(
      `select u.email from work.notification n join work.user_account u on u.id = n.recipient
       where n.kind = 'NUDGE' order by u.email`,
    )
  ).map(({ email }) => email);

beforeAll(async () => {
  api = await startTestApp();
  nudges = serverWork(api, NudgeService);
  await reportingFixture(api.em());
  const [row] = await api
    .em()
    .execute<Actor[]>(
      `select id, name, email, role, area, organisation from work.user_account where email = ?`,
      [PEOPLE.officer],
    );
  if (row === undefined) throw new Error('There is no officer.');
  officer = row;
});
beforeEach(async () => {
  await api.em().execute(`delete from work.notification`);
  await api.em().execute(`alter table work.nudge disable trigger nudge_is_append_only`);
  await api.em().execute(`delete from work.nudge`);
  await api.em().execute(`alter table work.nudge enable trigger nudge_is_append_only`);
});
afterAll(() => api.stop());

describe('an officer who reminds', () => {
  it('writes to the reporters of the area, and the audit trail knows', async () => {
    expect(await remind(NOW)).toEqual({ reminded: 1, problems: [] });
    expect(await addresses()).toEqual([PEOPLE.kgz]);
    const [event] = await api
      .em()
      .execute<{ area: string; after: object }[]>(
        `select area, after from work.audit_event where operation = 'REMIND_REPORTERS' and actor = ?`,
        [officer.id],
      );
    expect(event).toEqual({ area: 'KGZ', after: { cycle: 2025, reporters: 1 } });
  });

  it('may do so once in 72 hours for an area and year, and is told how long to wait', async () => {
    await remind(NOW);
    expect(await remind(hoursOn(0.5))).toEqual({
      reminded: 0,
      problems: [{ code: 'TOO_SOON', field: null, params: [{ name: 'hoursLeft', value: '72' }] }],
    });
    expect((await remind(hoursOn(71.9))).problems[0]?.params[0]?.value).toBe('1');
    expect((await remind(hoursOn(1), 'UZB')).problems).toEqual([]);
    expect((await remind(hoursOn(72))).reminded).toBe(1);
    expect(await addresses()).toEqual([PEOPLE.kgz, PEOPLE.kgz, PEOPLE.uzb]);
  });

  it('writes once where two officers, or the same request twice, arrive together', async () => {
    const key = randomUUID();
    const answers = await Promise.all([
      remind(NOW, 'KGZ', 2025, key),
      remind(NOW, 'KGZ', 2025, key),
      remind(NOW),
    ]);
    expect(await addresses()).toHaveLength(1);
    expect(answers.filter(({ reminded }) => reminded === 1).length).toBeGreaterThanOrEqual(1);
  });

  it('is refused where nothing is owed, nobody reports, or the year is closed', async () => {
    expect((await remind(NOW, 'KGZ', 2023)).problems).toMatchObject([{ code: 'NOTHING_OWED' }]);
    await api.em().execute(`update work.cycle set closed_at = now() where year = 2025`);
    expect((await remind(NOW)).problems).toMatchObject([{ code: 'NOTHING_OWED' }]);
    await api.em().execute(`update work.cycle set closed_at = null where year = 2025`);
    await api.em().execute(`update work.user_account set disabled_at = now() where area = 'UZB'`);
    expect((await remind(NOW, 'UZB')).problems).toMatchObject([{ code: 'NO_REPORTER' }]);
    await api.em().execute(`update work.user_account set disabled_at = null where area = 'UZB'`);
    await expect(remind(NOW, 'XXX')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await addresses()).toEqual([]);
  });
});

describe('reminding', () => {
  const REMIND = `mutation ($input: RemindReportersInput!) {
    remindReporters(input: $input) { reminded problems { code } } }`;

  it.each(['kgz', 'donor', 'admin', 'auditor'] as const)('is not for %s', async (who) => {
    const input = { area: 'KGZ', cycle: 2025, idempotencyKey: randomUUID() };
    const { errors } = await api.work(PEOPLE[who], REMIND, { input });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await addresses()).toEqual([]);
  });

  it('is one request for an officer', async () => {
    const input = { area: 'KGZ', cycle: 2025, idempotencyKey: randomUUID() };
    const { data } = await api.work(PEOPLE.officer, REMIND, { input });
    expect(data).toEqual({ remindReporters: { reminded: 1, problems: [] } });
  });
});
