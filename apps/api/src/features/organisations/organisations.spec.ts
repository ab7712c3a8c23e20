import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AdminRequests, adminRequests } from '../../testing/admin-requests.ts';
import { codes } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, reportingFixture } from '../../testing/reporting-fixture.ts';

let api: TestApp;
let desk: AdminRequests;
const { admin } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = adminRequests(api);
});
afterAll(() => api.stop());

const named = (en: string, ru: string) => [
  { lang: 'en', text: en },
  { lang: 'ru', text: ru },
];
const create = (code: string, more: object = {}) =>
  desk.change(admin, 'createOrganisation', { code, names: named(code, code), ...more });
const all = async () => (await desk.read(admin, 'organisations')).result;
async function byCode(code: string) {
  const found = (await all()).find((one) => one.code === code);
  if (found === undefined) throw new Error(`There is no body ${code}.`);
  return found;
}

describe('an organisation', () => {
  it('is created with names, and changed but for its code', async () => {
    const { payload } = await create('STAT', {
      area: 'KGZ',
      names: [...named('Statistics', 'Статистика'), { lang: 'ky', text: 'Улутстат' }],
    });
    const made = payload.organisation;
    expect(made).toMatchObject({ code: 'STAT', area: 'KGZ', version: 1, users: 0, assignments: 0 });
    expect(made?.names.map(({ lang }) => lang)).toEqual(['en', 'ru', 'ky']);
    const changed = await desk.change(admin, 'changeOrganisation', {
      organisation: made?.id,
      expectedVersion: 1,
      area: 'KGZ',
      names: named('National Statistical Committee', 'Нацстатком'),
      mailbox: ' data@stat.example ',
    });
    expect(changed.payload.organisation).toMatchObject({
      mailbox: 'data@stat.example',
      code: 'STAT',
      version: 2,
      names: named('National Statistical Committee', 'Нацстатком'),
    });
    const stale = await desk.change(admin, 'changeOrganisation', {
      organisation: made?.id,
      expectedVersion: 1,
      names: named('X', 'X'),
    });
    expect(codes(stale.payload)).toEqual(['VERSION_CONFLICT']);
  });

  it.each([
    ['with a code in small letters', { code: 'stat' }, 'CODE_INVALID'],
    ['with a code that is taken', { code: 'MIA' }, 'CODE_TAKEN'],
    ['without a Russian name', { names: [{ lang: 'en', text: 'X' }] }, 'NAME_REQUIRED'],
    ['with a blank name', { names: named('X', ' ') }, 'NAME_REQUIRED'],
    ['with a mailbox that is none', { mailbox: 'ask us' }, 'EMAIL_INVALID'],
    ['of a country that is none', { area: 'XXX' }, 'AREA_UNKNOWN'],
  ])('%s is refused', async (_what, wrong, code) => {
    const before = await all();
    expect(codes((await create('NEW', wrong)).payload)).toEqual([code]);
    expect(await all()).toEqual(before);
  });

  it('does not become one of a country while it holds what is another’s', async () => {
    const { id, version, names } = await byCode('MIA');
    const input = { organisation: id, expectedVersion: version, names, area: 'KGZ' };
    const { payload } = await desk.change(admin, 'changeOrganisation', input);
    expect(codes(payload)).toEqual(['ORGANISATION_HOLDS_OTHER_AREA']);
  });

  it('that nobody has is NOT_FOUND', async () => {
    for (const organisation of [randomUUID(), 'MIA']) {
      const input = { organisation, expectedVersion: 1, names: named('X', 'X') };
      const { errors } = await desk.change(admin, 'changeOrganisation', input);
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
  });
});

describe('handing assignments over', () => {
  const handOver = async (from: string, to: string) =>
    desk.change(admin, 'handOverAssignments', {
      from: (await byCode(from)).id,
      to: (await byCode(to)).id,
    });
  const held = async () => {
    const rows = await api.em().execute<{ cycle: number; code: string; n: number }[]>(
      `select a.cycle, o.code, count(*)::int as n from work.assignment a
         join work.organisation o on o.id = a.organisation group by 1, 2 order by 1, 2`,
    );
    return rows.map(({ cycle, code, n }) => `${cycle} ${code} ${n}`);
  };

  it('to a body of one country is all or nothing', async () => {
    await create('KGSTAT', { area: 'KGZ' });
    const before = await held();
    expect(codes((await handOver('MIA', 'KGSTAT')).payload)).toEqual([
      'ORGANISATION_OF_OTHER_AREA',
    ]);
    expect(await held()).toEqual(before);
  });

  it('moves what is open or still to come, and leaves what is over with who reported it', async () => {
    await create('NEWMIA');
    const set = (what: string) =>
      api.em().execute(`update work.cycle set ${what} where year = 2025`);
    await set('closed_at = now()');
    expect(await byCode('MIA')).toMatchObject({ assignments: 0 });
    expect(codes((await handOver('MIA', 'NEWMIA')).payload)).toEqual(['NOTHING_TO_HAND_OVER']);
    await set('closed_at = null, opens_on = current_date + 9');
    const [old] = await held();
    expect(old).toMatch(/^2023 MIA/);
    // of those who fill it in, only the people of the new body go on
    const filling = (person: string, indicator: string) =>
      api.em().execute(
        `update work.assignment set person = (select id from work.user_account where email = ?)
         where cycle = 2025 and area = 'KGZ' and indicator = ?`,
        [person, indicator],
      );
    await filling(PEOPLE.kgz, 'A5.2');
    await filling(PEOPLE.uzb, 'A5.8');
    await api
      .em()
      .execute(
        `update work.user_account set organisation = (select id from work.organisation where code = 'NEWMIA') where email = ?`,
        [PEOPLE.uzb],
      );
    const { payload } = await handOver('MIA', 'NEWMIA');
    const kept = await api
      .em()
      .execute(`select indicator from work.assignment where cycle = 2025 and person is not null`);
    expect(kept).toEqual([{ indicator: 'A5.8' }]);
    expect(payload).toEqual({ assignments: 7, problems: [] });
    expect(await held()).toEqual([old, '2025 NEWMIA 7']);
    expect(await byCode('MIA')).toMatchObject({ assignments: 0 });
    expect(await byCode('NEWMIA')).toMatchObject({ assignments: 7 });
    expect(codes((await handOver('MIA', 'NEWMIA')).payload)).toEqual(['NOTHING_TO_HAND_OVER']);
  });

  it('to itself is refused', async () => {
    expect(codes((await handOver('MIA', 'MIA')).payload)).toEqual(['HAND_OVER_TO_SELF']);
  });

  it('is on record cell by cell', async () => {
    const [event] = await api
      .em()
      .execute<{ after: { cells: string[] } }[]>(
        `select after from work.audit_event where operation = 'HAND_OVER_ASSIGNMENTS'`,
      );
    expect(event?.after.cells).toHaveLength(7);
    expect(event?.after.cells).toContain('KGZ 2025 A5.2');
  });
});
