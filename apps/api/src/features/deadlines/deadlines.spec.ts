import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { log } from '../../http/log.ts';
import { deskRequests } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, reportingFixture } from '../../testing/reporting-fixture.ts';
import { consequencesOf } from '../framework/cycle-consequences.ts';
import { readOutstanding } from '../notifications/outstanding.ts';
import type { CalendarAddressPayload, Deadline } from './deadlines.type.ts';

const { kgz, officer, second, donor, admin, auditor } = PEOPLE;

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
});
afterAll(() => api.stop());

async function deadlines(who: string) {
  const { data, errors } = await api.work<{ deadlines: Deadline[] }>(
    who,
    `{ deadlines(lang: en) { area cycle dueOn closesOn daysLeft owed } }`,
  );
  return errors?.[0]?.extensions.code ?? data?.deadlines.map(({ area, owed }) => [area, owed]);
}
async function renew(who: string) {
  const { data } = await api.work<{ renewCalendar: CalendarAddressPayload }>(
    who,
    `mutation ($input: RenewCalendarInput!) { renewCalendar(input: $input) { address problems { code } } }`,
    { input: { idempotencyKey: randomUUID() } },
  );
  const { pathname, search } = new URL(data?.renewCalendar.address ?? '');
  return pathname + search;
}
const get = (url: string) => api.app.inject({ method: 'GET', url });
const uids = (text: string) => text.match(/(?<=^UID:)\S+/gm);

describe('deadlines', () => {
  it('are those of the own country, or of all, and count what is owed', async () => {
    expect(await deadlines(kgz)).toEqual([['KGZ', 3]]);
    const all = [
      ['KGZ', 3],
      ['UZB', 3],
      ['CA4', 1],
    ];
    expect(await deadlines(officer)).toEqual(all);
    expect(await deadlines(auditor)).toEqual(all);
    for (const who of [donor, admin]) expect(await deadlines(who)).toBe('FORBIDDEN');
  });

  it('count what was returned in part, as reminders and the question before a move do', async () => {
    const desk = deskRequests(api);
    const { cell } = await desk.save(kgz, 'A6.1', '3');
    await desk.submit(kgz, [cell]);
    const owed = async () => {
      const now = await readOutstanding(api.em(), new Date());
      const days = { opensOn: '2026-01-10', dueOn: '2026-03-31', closesOn: '2026-04-30' };
      const calendar = { ...days, closed: false };
      const moved = await consequencesOf(api.em(), 2025, calendar, calendar);
      return {
        deadlines: await deadlines(kgz),
        reminded: now.find(({ due }) => due.area === 'KGZ')?.due.owed,
        moved: moved.find(({ area }) => area === 'KGZ')?.owed,
      };
    };
    expect(await owed()).toEqual({ deadlines: [['KGZ', 2]], reminded: 2, moved: 2 });
    await api.em().execute(
      `insert into work.observation (id, indicator, area, year, sex, age, urbanisation, region, breakdown, state, current_revision)
       select gen_random_uuid(), indicator, area, year, 'F', age, urbanisation, region, breakdown, 'RETURNED', current_revision
       from work.observation where id = ?`,
      [cell.id],
    );
    expect(await owed()).toEqual({ deadlines: [['KGZ', 3]], reminded: 3, moved: 3 });
  });
});

describe('the calendar at a personal address', () => {
  it('has the same days, with names that stay', async () => {
    const { data } = await api.work<{ calendarAddress: string | null }>(kgz, `{ calendarAddress }`);
    expect(data?.calendarAddress).toBeNull();
    const response = await get(await renew(kgz));
    expect(response.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(response.body).toContain('BEGIN:VCALENDAR\r\n');
    expect(uids(response.body)).toEqual([
      'due-KGZ-2025@localhost:3000',
      'closes-KGZ-2025@localhost:3000',
    ]);
    expect(uids((await get(await renew(officer))).body)).toHaveLength(6);
  });

  it('closes when another address is made', async () => {
    const first = await renew(kgz);
    const next = await renew(kgz);
    expect((await get(first)).statusCode).toBe(404);
    expect((await get(next)).statusCode).toBe(200);
  });

  it('shows no more than the person may see, and nothing once the account is shut', async () => {
    const address = await renew(second);
    await api
      .em()
      .execute(`update work.user_account set areas = '{UZB}' where email = ?`, [second]);
    expect(uids((await get(address)).body)).toEqual([
      'due-UZB-2025@localhost:3000',
      'closes-UZB-2025@localhost:3000',
    ]);
    await api
      .em()
      .execute(`update work.user_account set disabled_at = now() where email = ?`, [second]);
    expect((await get(address)).statusCode).toBe(404);
  });

  it('cannot be guessed', async () => {
    const address = await renew(kgz);
    const id = /(?<=token=)[^.]+/.exec(address)?.[0] ?? '';
    for (const wrong of [id, `${id}.x`, randomUUID(), `${randomUUID()}.x`, '%00', 'a&token=b', ''])
      expect((await get(`/calendar.ics?token=${wrong}`)).statusCode).toBe(404);
  });

  it('leaves an event in the audit trail, and its secret neither there nor in the log', async () => {
    const logged = jest.spyOn(log, 'info');
    const address = await renew(kgz);
    expect((await get(address)).statusCode).toBe(200);
    const token = /(?<=token=)([^.]+)/.exec(address)?.[0] ?? 'none';
    expect(logged.mock.calls.map(([entry]) => entry)).toContainEqual(
      expect.objectContaining({ path: '/calendar.ics' }),
    );
    expect(JSON.stringify(logged.mock.calls)).not.toContain(token);
    const events = await api
      .em()
      .execute<{ operation: string }[]>(
        `select * from work.audit_event order by number desc limit 1`,
      );
    expect(events.map(({ operation }) => operation)).toEqual(['RENEW_CALENDAR']);
    expect(JSON.stringify(events)).not.toContain(token);
  });
});
