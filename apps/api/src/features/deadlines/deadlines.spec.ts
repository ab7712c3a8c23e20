import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, reportingFixture } from '../../testing/reporting-fixture.ts';
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
  return new URL(data?.renewCalendar.address ?? '').pathname;
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
    const id = /[^/]+(?=\.[^.]+\.ics$)/.exec(address)?.[0] ?? '';
    for (const wrong of [id, `${id}.x`, randomUUID(), `${randomUUID()}.x`, '%00'])
      expect((await get(`/calendar/${wrong}.ics`)).statusCode).toBe(404);
  });
});
