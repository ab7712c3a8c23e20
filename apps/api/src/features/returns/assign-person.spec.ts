import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DeskRequests, deskRequests, one } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, reportingFixture } from '../../testing/reporting-fixture.ts';
import { UserAccount } from '../users/user-account.entity.ts';
import type { AssignPersonPayload, Duty, ReturnForm } from './returns.type.ts';

const { kgz, uzb, officer, donor, admin, auditor } = PEOPLE;
const AIDA = 'aida.kgz@example.org';

let api: TestApp;
let desk: DeskRequests;
let aida: string;

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = deskRequests(api);
  aida = randomUUID();
  const account = { id: aida, email: AIDA, name: 'Aida', role: 'REPORTER', area: 'KGZ' } as const;
  await api.em().insert(UserAccount, { ...account, passwordHash: '-', language: 'en' });
});
afterAll(() => api.stop());

async function assign(who: string, indicators: string[], person: string | null, more: object = {}) {
  const { data, errors } = await api.work<{ assignPerson: AssignPersonPayload }>(
    who,
    `mutation ($input: AssignPersonInput!) { assignPerson(input: $input) { assigned problems { code field } } }`,
    {
      input: {
        ...{ area: 'KGZ', cycle: 2025, indicators, person, idempotencyKey: randomUUID() },
        ...more,
      },
    },
  );
  const payload = data?.assignPerson;
  return {
    assigned: payload?.assigned,
    codes: payload?.problems.map(({ code }) => code) ?? [],
    refusal: errors?.[0]?.extensions.code,
  };
}

async function cells(who: string) {
  const { data } = await api.work<{ returnForm: ReturnForm }>(
    who,
    `{ returnForm(area: "KGZ", cycle: 2025, lang: en) { cells { indicator mine assignee { name } } } }`,
  );
  return data?.returnForm.cells.map(
    (cell) => `${cell.indicator} ${cell.assignee?.name ?? '-'} ${String(cell.mine)}`,
  );
}

async function mine(who: string) {
  const { data } = await api.work<{ duties: Duty[] }>(
    who,
    `{ duties(lang: en) { area mine mineMissing } }`,
  );
  return one(data?.duties ?? [], ({ area }) => area === 'KGZ');
}

const mails = () =>
  api
    .em()
    .execute<{ recipient: string; subject: string; text: string }[]>(
      `select recipient, subject, text from work.notification where kind = 'ASSIGNED' order by created_at`,
    );

describe('the work of a return', () => {
  it('is given to one person, several indicators at once, with one mail', async () => {
    expect(await assign(kgz, ['A6.1', 'A5.8'], aida)).toMatchObject({ assigned: 2, codes: [] });
    expect(await cells(AIDA)).toEqual(['A6.1 Aida true', 'A5.2 - false', 'A5.8 Aida true']);
    expect(await cells(kgz)).toEqual(['A6.1 Aida false', 'A5.2 - false', 'A5.8 Aida false']);
    expect(await cells(officer)).toContain('A6.1 Aida false');
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      recipient: aida,
      subject: 'Kyrgyzstan, 2025: 2 values are yours to fill in',
    });
    expect(mail?.text).toContain('/en/report/KGZ/2025?only=mine');
  });

  it('is counted at home: what is mine, and what of it is to be filled in', async () => {
    expect(await mine(AIDA)).toMatchObject({ mine: 2, mineMissing: 2 });
    expect(await mine(kgz)).toMatchObject({ mine: 0, mineMissing: 0 });
    await desk.save(kgz, 'A6.1', '3');
    expect(await mine(AIDA)).toMatchObject({ mine: 2, mineMissing: 1 });
  });

  it('writes nothing where nothing changed, nor to who takes it themselves', async () => {
    expect(await assign(kgz, ['A6.1'], aida)).toMatchObject({ assigned: 0 });
    expect(await assign(AIDA, ['A5.2'], aida)).toMatchObject({ assigned: 1 });
    expect(await mails()).toHaveLength(1);
  });

  it('is taken back, and can still be filled in by everybody', async () => {
    expect(await assign(kgz, ['A5.2'], null)).toMatchObject({ assigned: 1, codes: [] });
    expect(await cells(AIDA)).toContain('A5.2 - false');
    expect((await desk.save(kgz, 'A5.8', '7')).problems).toEqual([]);
  });

  it('goes to nobody of another country, nor for what the country does not report', async () => {
    const { id } = one(
      await api
        .em()
        .execute<{ id: string }[]>(`select id from work.user_account where email = ?`, [uzb]),
    );
    expect((await assign(kgz, ['A6.1'], id)).codes).toEqual(['NO_COLLEAGUE']);
    expect((await assign(kgz, ['A6.1'], 'nobody')).codes).toEqual(['NO_COLLEAGUE']);
    expect((await assign(kgz, ['A6.1', 'A1.6'], aida)).codes).toEqual(['NOT_ASSIGNED']);
    expect((await assign(kgz, [], aida)).codes).toEqual(['NOTHING_TO_ASSIGN']);
    expect(await cells(AIDA)).toContain('A6.1 Aida true');
  });

  it('is divided by those who report for the country alone', async () => {
    expect((await assign(uzb, ['A6.1'], aida)).refusal).toBe('NOT_FOUND');
    for (const who of [officer, donor, admin, auditor])
      expect((await assign(who, ['A6.1'], aida)).refusal).toBe('FORBIDDEN');
  });

  it('is nobody’s again once its person cannot sign in', async () => {
    await api.em().execute(`update work.user_account set disabled_at = now() where id = ?`, [aida]);
    expect(await cells(kgz)).toContain('A6.1 - false');
    const { data } = await api.work<{ colleagues: { name: string }[] }>(
      kgz,
      `{ colleagues(area: "KGZ") { name } }`,
    );
    expect(data?.colleagues).toEqual([{ name: 'kgz' }]);
  });
});
