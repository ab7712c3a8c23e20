import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type DeskRequests, deskRequests, one } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, reportingFixture } from '../../testing/reporting-fixture.ts';
import { serverWork } from '../../testing/server-work.ts';
import { UserAccount } from '../users/user-account.entity.ts';
import { PlannerService } from './planner.service.ts';

let api: TestApp;
let desk: DeskRequests;
let planner: PlannerService;
const { kgz, officer, second } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  planner = serverWork(api, PlannerService);
  await reportingFixture(api.em());
  desk = deskRequests(api);
});
afterAll(() => api.stop());

const MINUTE = 60_000;
const later = (minutes: number) => planner.plan(new Date(Date.now() + minutes * MINUTE));
const mails = (kind: string) =>
  api.em().execute<{ email: string; subject: string; text: string; html: string }[]>(
    `select u.email, n.subject, n.text, n.html from work.notification n
     join work.user_account u on u.id = n.recipient where n.kind = ? order by n.created_at, u.email`,
    [kind],
  );

interface Value {
  id: string;
  version: number;
  current: { id: string };
}

const REASON = 'Why 8731 cases, when the ministry said 12?';

async function submitted(...entries: [string, string][]): Promise<Value[]> {
  const cells: Value[] = [];
  for (const [indicator, value] of entries) {
    const comment = 'a secret comment';
    cells.push((await desk.save(kgz, indicator, value, { comment, sourceText: 'MIA' })).cell);
  }
  await desk.submit(kgz, cells);
  return cells;
}

const giveBack = async ({ id, current }: Value) => {
  const { payload } = await desk.change(officer, 'returnValue', {
    observation: id,
    revision: current.id,
    reason: REASON,
  });
  expect(payload.problems).toEqual([]);
};

describe('mails about a review', () => {
  let values: Value[];
  beforeAll(async () => {
    values = await submitted(['A5.8', '8731'], ['A6.1', '3']);
  });
  beforeEach(() => api.em().execute(`delete from work.notification`));

  it('tell the officers’ desk of a return, one mail for all its values', async () => {
    await later(0);
    await later(1);
    const found = await mails('SUBMITTED');
    expect(found.map(({ email }) => email)).toEqual([officer, second]);
    expect(found[0]?.subject).toBe('Kyrgyzstan (ru), 2025 год: 2 значения на проверку');
    expect(found[0]?.text).toContain('KGZ-2025-001');
  });

  it('tell the reporter of returned values in one mail, ten minutes after the first', async () => {
    for (const value of values) await giveBack(value);
    await later(9);
    expect(await mails('RETURNED')).toEqual([]);
    await later(11);
    await later(12);
    const found = await mails('RETURNED');
    expect(found.map(({ email, subject }) => [email, subject])).toEqual([
      [kgz, 'Kyrgyzstan (ru): вам возвращены 2 значения'],
    ]);
    expect(found[0]?.text).toContain('http://localhost:3000/ru/report/KGZ/2025');
  });

  it('do not announce a second time what was announced', async () => {
    await later(30);
    expect(await mails('RETURNED')).toEqual([]);
  });

  it('say nothing of what was answered before the ten minutes were over', async () => {
    const form = (await desk.read(kgz, 'returnForm', { area: 'KGZ', cycle: 2025 })).result;
    const again = form.cells.filter(({ state }) => state === 'RETURNED');
    expect(again).toHaveLength(2);
    const fixed: Value[] = [];
    for (const { indicator, version } of again) {
      const value = indicator === 'A5.8' ? '8732' : '2';
      const more = { expectedVersion: version, comment: 'again', sourceText: 'MIA' };
      fixed.push((await desk.save(kgz, indicator, value, more)).cell);
    }
    await desk.submit(kgz, fixed);
    const [other, first] = fixed;
    if (first === undefined || other === undefined) throw new Error('There are two.');
    await giveBack(first);
    const answered = await desk.save(kgz, 'A5.8', '8733', {
      expectedVersion: first.version + 2,
      comment: 'once more',
      sourceText: 'MIA',
    });
    await desk.submit(kgz, [answered.cell]);
    await later(11);
    expect(await mails('RETURNED')).toEqual([]);
    await giveBack(other);
    await later(11);
    expect((await mails('RETURNED')).map(({ subject }) => subject)).toEqual([
      'Kyrgyzstan (ru): вам возвращено 1 значение',
    ]);
  });

  it('go to the person to whom the indicator was given, else to all of the country', async () => {
    const aida = randomUUID();
    const account = {
      id: aida,
      email: 'aida.kgz@example.org',
      name: 'Aida',
      role: 'REPORTER',
      area: 'KGZ',
    } as const;
    await api.em().insert(UserAccount, { ...account, passwordHash: '-', language: 'en' });
    const give = (person: string | null) =>
      api.em().execute(`update work.assignment set person = ? where area = 'KGZ'`, [person]);
    const told = async () => {
      await api.em().execute(`delete from work.announced_return`);
      await api.em().execute(`delete from work.notification`);
      await later(11);
      return (await mails('RETURNED')).map(({ email }) => email);
    };
    expect(await told()).toEqual([account.email, kgz]);
    await give(aida);
    expect(await told()).toEqual([account.email]);
    // a person who has left gets no mails: the mail goes to the others
    await api.em().execute(`update work.user_account set disabled_at = now() where id = ?`, [aida]);
    expect(await told()).toEqual([kgz]);
    await give(null);
  });

  describe('in a conversation', () => {
    let asked: Value;
    const ask = () =>
      desk.change(second, 'askReporter', {
        observation: asked.id,
        revision: asked.current.id,
        text: REASON,
      });
    const answer = () =>
      desk.change(kgz, 'writeMessage', { observation: asked.id, text: 'once more: 8733' });
    beforeAll(async () => {
      const { submitted, returned } = (await desk.read(officer, 'reviewQueue')).result;
      expect(returned).toHaveLength(1);
      asked = one(submitted);
    });

    it('tell the reporter of questions in one mail, ten minutes after the first', async () => {
      await ask();
      await later(9);
      expect(await mails('ASKED')).toEqual([]);
      await later(11);
      await later(12);
      const found = await mails('ASKED');
      expect(found.map(({ email, subject }) => [email, subject])).toEqual([
        [kgz, 'Kyrgyzstan (ru): вопрос по 1 значению'],
      ]);
      expect(found[0]?.text).toContain('http://localhost:3000/ru/report/KGZ/2025');
    });

    it('tell who asked of the answer once, not of what is written after it', async () => {
      await answer();
      await later(11);
      expect((await mails('ANSWERED')).map(({ email, subject }) => [email, subject])).toEqual([
        [second, 'Kyrgyzstan (ru): получен ответ на 1 вопрос'],
      ]);
      await answer();
      await api.em().execute(`delete from work.notification`);
      await later(22);
      expect(await mails('ANSWERED')).toEqual([]);
    });

    it('say nothing of a question that was answered before the ten minutes were over', async () => {
      await ask();
      await answer();
      await later(11);
      expect(await mails('ASKED')).toEqual([]);
      expect(await mails('ANSWERED')).toHaveLength(1);
    });

    it('go to every officer where who asked has left', async () => {
      await api.em().execute(`delete from work.announced_message`);
      await api
        .em()
        .execute(`update work.user_account set disabled_at = now() where email = ?`, [second]);
      await later(11);
      expect((await mails('ANSWERED')).map(({ email }) => email)).toEqual([officer]);
      await api
        .em()
        .execute(`update work.user_account set disabled_at = null where email = ?`, [second]);
    });
  });

  it('say nothing of a return that was taken back', async () => {
    await api.em().execute(`update work.submission set recalled_at = now()`);
    await later(0);
    expect(await mails('SUBMITTED')).toEqual([]);
  });
});

describe('what a mail may not contain', () => {
  it('is a value, an indicator, or anything that somebody wrote', async () => {
    await api.em().execute(`update work.submission set recalled_at = null`);
    await api.em().execute(`delete from work.announced_return`);
    await api.em().execute(`delete from work.announced_message`);
    const waiting = (await desk.read(officer, 'reviewQueue')).result.submitted;
    const { id, current } = one(waiting);
    await desk.change(officer, 'askReporter', {
      observation: id,
      revision: current.id,
      text: REASON,
    });
    await later(11);
    // a Tuesday that is the due day, so that both a reminder and the digest come
    await api.em().execute(`update work.cycle set opens_on = '2099-01-01', due_on = '2099-03-31',
      closes_on = '2099-06-30' where year = 2025`);
    await planner.plan(new Date('2099-03-31T06:00:00Z'));
    const kinds = ['REMINDER', 'RETURNED', 'ASKED', 'SUBMITTED', 'DIGEST'];
    const byKind = await Promise.all(kinds.map(mails));
    expect(byKind.map((some) => some.length > 0)).toEqual(kinds.map(() => true));
    const found = byKind.flat();
    const indicators = await api
      .em()
      .execute<{ code: string; name: { en: string; ru: string } }[]>(
        `select code, name from work.indicator`,
      );
    const forbidden = [
      ...indicators.flatMap(({ code, name }) => [code, name.en, name.ru]),
      ...['8731', '8732', '8733', REASON, 'secret', 'once more', 'MIA'],
    ];
    for (const { subject, text, html } of found) {
      for (const word of forbidden) {
        expect(`${subject}\n${text}\n${html}`).not.toContain(word);
      }
    }
  });
});
