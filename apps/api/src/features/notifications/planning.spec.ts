import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, reportingFixture } from '../../testing/reporting-fixture.ts';
import { serverWork } from '../../testing/server-work.ts';
import { PlannerService } from './planner.service.ts';
import { RetentionService } from '../retention/retention.service.ts';

let api: TestApp;
let planner: PlannerService;

interface Mail {
  email: string;
  kind: string;
  area: string | null;
  subject: string;
  text: string;
  html: string;
}

const mails = () =>
  api.em().execute<Mail[]>(
    `select u.email, n.kind, n.area, n.subject, n.text, n.html from work.notification n
     join work.user_account u on u.id = n.recipient order by n.created_at, n.area, u.email`,
  );
const reminded = async () =>
  (await mails()).flatMap(({ kind, area }) => (kind === 'REMINDER' ? [area] : []));
const subjects = async () => (await mails()).map(({ email, subject }) => `${email}: ${subject}`);
const planAt = (text: string) => planner.plan(new Date(text));
const run = (sql: string) => api.em().execute(sql);

beforeAll(async () => {
  api = await startTestApp();
  planner = serverWork(api, PlannerService);
  await reportingFixture(api.em());
  await run(`update work.cycle set opens_on = '2025-10-01', due_on = '2026-03-31',
    closes_on = '2026-06-30' where year = 2025`);
  await run(`update work.user_account set language = 'en' where email = '${PEOPLE.uzb}'`);
});
beforeEach(async () => {
  await run(`delete from work.notification`);
  await run(`update work.area set time_zone = case code
    when 'KGZ' then 'Asia/Bishkek' else 'Asia/Tashkent' end`);
  await run(`update work.cycle set due_on = '2026-03-31' where year = 2025`);
});
afterAll(() => api.stop());

describe('a reminder', () => {
  it('goes out 30 and 7 days before, on, and 7 days after the due day, and on no other', async () => {
    const sent: string[] = [];
    for (let day = 0; day < 60; day++) {
      const noon = new Date(Date.UTC(2026, 1, 20 + day, 6));
      if ((await planner.plan(noon)) > 0) {
        const kinds = await api
          .em()
          .execute<{ kind: string }[]>(
            `select distinct kind from work.notification where created_at = ?::timestamptz`,
            [noon.toISOString()],
          );
        if (kinds.some(({ kind }) => kind === 'REMINDER'))
          sent.push(noon.toISOString().slice(0, 10));
      }
    }
    expect(sent).toEqual(['2026-03-01', '2026-03-24', '2026-03-31', '2026-04-07']);
  });

  it('comes in the morning of the day in the country, which is another instant next door', async () => {
    // 8:00 in Bishkek (UTC+6) is 7:00 in Tashkent (UTC+5)
    expect(await planAt('2026-03-31T01:59:59Z')).toBe(0);
    await planAt('2026-03-31T02:00:00Z');
    expect(await reminded()).toEqual(['KGZ']);
    await planAt('2026-03-31T03:00:00Z');
    expect(await reminded()).toEqual(['KGZ', 'CA4', 'UZB']);
  });

  it('counts days by the calendar of the country', async () => {
    await run(`update work.area set time_zone = case code
      when 'KGZ' then 'Pacific/Kiritimati' else 'Pacific/Pago_Pago' end`);
    // at 7:00 UTC it is the 31st in Kiritimati (UTC+14), but the 30th in Pago Pago (UTC-11), where it is 8:00 on the 31st twelve hours later
    await planAt('2026-03-31T07:00:00Z');
    expect(await reminded()).toEqual(['KGZ']);
    await planAt('2026-03-31T19:00:00Z');
    expect(await reminded()).toEqual(['KGZ', 'CA4', 'UZB']);
  });

  it('says how much is owed and by when, in the language of its reader', async () => {
    await planAt('2026-03-24T06:00:00Z');
    const [kgz, uzb] = (await mails()).filter(({ area }) => area !== 'CA4');
    expect(kgz?.subject).toBe(
      'Kyrgyzstan (ru), 2025 год: 3 значения, срок – 31 марта 2026\u00a0г.',
    );
    expect(kgz?.text).toContain('осталось 7 дней');
    expect(kgz?.text).toContain('http://localhost:3000/ru/report/KGZ/2025');
    expect(uzb?.subject).toBe('Uzbekistan, 2025: 3 values due by 31 March 2026');
    expect(uzb?.text).toContain('7 days left');
    expect(uzb?.html).toContain('<a href="http://localhost:3000/en/report/UZB/2025">');
    expect(uzb?.html).toContain('<html lang="en">');
  });

  it('is not sent twice: not by a later look, not by two processes, not after a restart', async () => {
    const same = '2026-03-24T06:00:00Z';
    const counts = await Promise.all([planAt(same), planAt(same), planAt(same)]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(await planAt('2026-03-25T06:00:00Z')).toBe(0);
    expect(await subjects()).toHaveLength(3);
  });

  it('comes anew where the due day was moved', async () => {
    await planAt('2026-03-24T06:00:00Z');
    await run(`update work.cycle set due_on = '2026-04-01' where year = 2025`);
    expect(await planAt('2026-03-25T06:00:00Z')).toBe(3);
  });

  it('goes to nobody who owes nothing, reports elsewhere, or has no account any more', async () => {
    await run(`update work.user_account set disabled_at = now() where email = '${PEOPLE.uzb}'`);
    await run(`delete from work.assignment where area = 'CA4'`);
    await planAt('2026-03-24T06:00:00Z');
    expect((await mails()).map(({ email }) => email)).toEqual([PEOPLE.kgz]);
    await run(`update work.user_account set disabled_at = null where email = '${PEOPLE.uzb}'`);
  });
});

describe('the weekly digest', () => {
  it('tells every officer once a week what is late, to review and returned', async () => {
    await planAt('2026-04-13T04:00:00Z');
    await planAt('2026-04-14T04:00:00Z');
    const digests = (await mails()).filter(({ kind }) => kind === 'DIGEST');
    expect(digests.map(({ email }) => email)).toEqual([PEOPLE.officer, PEOPLE.second]);
    expect(digests[0]?.subject).toBe(
      'Qadam за неделю: просрочено – 6, на проверку – 0, возвращено – 0',
    );
    expect(digests[0]?.text).toContain('Просрочено: 6 значений не отправлено в срок.');
    expect(digests[0]?.text).toContain('Kyrgyzstan (ru), 2025 год: 3');
    expect(digests[0]?.text).toContain('http://localhost:3000/ru/review');
    expect(await planAt('2026-04-20T04:00:00Z')).toBe(2);
  });

  it('is not sent where there is nothing to do', async () => {
    expect(await planAt('2025-11-10T04:00:00Z')).toBe(0);
  });
});

describe('the outbox', () => {
  it('forgets a mail after half a year', async () => {
    const retention = serverWork(api, RetentionService);
    await planAt('2026-03-24T06:00:00Z');
    await retention.deleteExpired(new Date('2026-09-01T00:00:00Z'));
    expect(await mails()).not.toEqual([]);
    await retention.deleteExpired(new Date('2026-09-21T00:00:00Z'));
    expect(await mails()).toEqual([]);
  });
});
