import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deskRequests } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { day, PEOPLE, reportingFixture } from '../../testing/reporting-fixture.ts';
import type { CycleConsequence, CyclePayload, ReportingCycle } from './cycle-desk.type.ts';

let api: TestApp;

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
});
afterAll(() => api.stop());

const CYCLE = `year version opensOn dueOn closesOn closed assignments { indicator area organisation }`;

async function cycle(year: number): Promise<ReportingCycle> {
  const { data } = await api.work<{ cycleDesk: { cycles: ReportingCycle[] } }>(
    PEOPLE.auditor,
    `{ cycleDesk(lang: en) { cycles { ${CYCLE} } } }`,
  );
  const found = data?.cycleDesk.cycles.find((one) => one.year === year);
  if (!found) throw new Error(`no cycle ${String(year)}`);
  return found;
}

async function change(name: 'saveCycle' | 'assign', input: object, who: string = PEOPLE.officer) {
  const type = name === 'assign' ? 'AssignInput' : 'SaveCycleInput';
  const { data, errors } = await api.work<Record<string, CyclePayload>>(
    who,
    `mutation ($input: ${type}!) { ${name}(input: $input) { cycle { ${CYCLE} } problems { code field } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
  );
  const payload = data?.[name];
  return { errors, payload, codes: payload?.problems.map(({ code }) => code) };
}

const NEW = {
  year: 2026,
  expectedVersion: 0,
  opensOn: '2027-01-11',
  dueOn: '2027-03-31',
  closesOn: '2027-04-30',
  closed: false,
};

describe('a reporting cycle', () => {
  it('begins with the assignments of an earlier one', async () => {
    const { payload, codes } = await change('saveCycle', { ...NEW, assignmentsOf: 2025 });
    expect(codes).toEqual([]);
    expect(payload?.cycle).toMatchObject({ year: 2026, version: 1, closed: false });
    expect(payload?.cycle?.assignments).toEqual((await cycle(2025)).assignments);
  });

  it.each([
    ['that is there already', {}, 'VERSION_CONFLICT'],
    ['of the year 999', { year: 999 }, 'YEAR_OUT_OF_RANGE'],
    ['due before it opens', { year: 2027, dueOn: '2027-01-01' }, 'DATES_NOT_ORDERED'],
    ['that opens on 30 February', { year: 2027, opensOn: '2027-02-30' }, 'NOT_A_DATE'],
  ])('%s is refused', async (_what, wrong, code) => {
    expect((await change('saveCycle', { ...NEW, ...wrong })).codes).toEqual([code]);
  });

  it('closed by hand takes no values, and opened again it does', async () => {
    const desk = deskRequests(api);
    const { version, year, opensOn, dueOn, closesOn } = await cycle(2025);
    const close = { year, opensOn, dueOn, closesOn, expectedVersion: version, closed: true };
    expect((await change('saveCycle', close)).payload?.cycle?.closed).toBe(true);
    const refused = await desk.save(PEOPLE.kgz, 'A6.1', '1');
    expect(refused.problems.map(({ code }) => code)).toEqual(['CYCLE_CLOSED']);
    expect((await desk.read(PEOPLE.kgz, 'duties')).result).toEqual([]);
    await change('saveCycle', { ...close, expectedVersion: version + 1, closed: false });
    expect((await desk.save(PEOPLE.kgz, 'A6.1', '1')).problems).toEqual([]);
  });
});

describe('moving the days of a cycle', () => {
  beforeAll(() => api.em().execute(`delete from work.notification`));
  const consequences = async (calendar: object, who: string = PEOPLE.officer) =>
    api.work<{ cycleConsequences: CycleConsequence[] }>(
      who,
      `query ($calendar: CycleCalendarInput!) {
        cycleConsequences(calendar: $calendar, lang: en) { area owed before after people } }`,
      { calendar },
    );
  const mails = () =>
    api.em().execute<{ area: string; subject: string; email: string }[]>(
      `select n.area, n.subject, u.email from work.notification n
           join work.user_account u on u.id = n.recipient where n.kind = 'DEADLINE' order by n.area`,
    );
  const dates = ({ year, opensOn, closesOn }: ReportingCycle) => ({ year, opensOn, closesOn });

  it('says before what it will do, does it, and writes to exactly those people', async () => {
    const now = await cycle(2025);
    const moved = { ...dates(now), dueOn: day(-3), closed: false };
    const { data } = await consequences(moved);
    const told = data?.cycleConsequences ?? [];
    expect(told.map(({ area, before, after, people }) => [area, before, after, people])).toEqual([
      ['KGZ', 'OPEN', 'OVERDUE', 1],
      ['UZB', 'OPEN', 'OVERDUE', 1],
      ['CA4', 'OPEN', 'OVERDUE', 1],
    ]);
    const owed = told.map((one) => one.owed);
    expect(Math.min(...owed)).toBeGreaterThan(0);
    expect(await mails()).toEqual([]);
    await change('saveCycle', { ...moved, expectedVersion: now.version });
    expect((await mails()).map(({ area, email }) => [area, email])).toEqual([
      ['CA4', PEOPLE.ca4],
      ['KGZ', PEOPLE.kgz],
      ['UZB', PEOPLE.uzb],
    ]);
    const { data: open } = await consequences({ ...moved, dueOn: now.dueOn });
    expect(open?.cycleConsequences[0]).toMatchObject({ before: 'OVERDUE', after: 'OPEN' });
    await change('saveCycle', { ...moved, dueOn: now.dueOn, expectedVersion: now.version + 1 });
    expect(await mails()).toHaveLength(6);
  });

  it('writes to nobody where nothing moves for them', async () => {
    const now = await cycle(2025);
    const same = { ...dates(now), dueOn: now.dueOn, opensOn: day(-31), closed: false };
    const { data } = await consequences(same);
    expect(data?.cycleConsequences.map(({ people }) => people)).toEqual([0, 0, 0]);
    await change('saveCycle', { ...same, expectedVersion: now.version });
    expect(await mails()).toHaveLength(6);
  });

  it('says that the return is closed where its last day is over now', async () => {
    const now = await cycle(2025);
    const past = { ...dates(now), opensOn: day(-9), dueOn: day(-8), closesOn: day(-7) };
    await change('saveCycle', { ...past, closed: false, expectedVersion: now.version });
    const subjects = (await mails()).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.includes('приём отчёта закрыт'))).toHaveLength(3);
    const back = { ...dates(now), dueOn: now.dueOn, closed: false };
    await change('saveCycle', { ...back, expectedVersion: now.version + 1 });
  });

  it('is told to those who read the framework', async () => {
    const { year, opensOn, dueOn, closesOn, closed } = await cycle(2025);
    for (const who of [PEOPLE.kgz, PEOPLE.donor, PEOPLE.admin]) {
      const { errors } = await consequences({ year, opensOn, dueOn, closesOn, closed }, who);
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });
});

describe('assignments', () => {
  const assign = async (assignments: object[], who?: string) =>
    change(
      'assign',
      { cycle: 2025, expectedVersion: (await cycle(2025)).version, assignments },
      who,
    );

  it('are given and taken in bulk, and the audit tells both sides', async () => {
    const { payload, codes } = await assign([
      { indicator: 'A1.6', area: 'KGZ', organisation: 'MIA' },
      { indicator: 'A1.6', area: 'UZB', organisation: 'MIA' },
      { indicator: 'A5.2', area: 'UZB', organisation: null },
    ]);
    expect(codes).toEqual([]);
    const cells = payload?.cycle?.assignments.map(({ indicator, area }) => `${indicator} ${area}`);
    expect(cells).toEqual(expect.arrayContaining(['A1.6 KGZ', 'A1.6 UZB']));
    expect(cells).not.toContain('A5.2 UZB');
    const [event] = await api
      .em()
      .execute<{ before: { assignments: object[] } }[]>(
        `select before from work.audit_event where subject = 'ASSIGNMENTS 2025'`,
      );
    expect(event?.before.assignments).toEqual([
      { indicator: 'A5.2', area: 'UZB', organisation: 'MIA' },
    ]);
  });

  it.each([
    [
      'of what is regional to one country',
      { indicator: 'A7.1', area: 'KGZ', organisation: 'MIA' },
      'WRONG_SCOPE',
    ],
    ['of what nobody knows', { indicator: 'Z9', area: 'KGZ', organisation: 'MIA' }, 'WRONG_SCOPE'],
    [
      'to nobody that is known',
      { indicator: 'A5.2', area: 'KGZ', organisation: 'X' },
      'UNKNOWN_REFERENCE',
    ],
    [
      'to a body of another country',
      { indicator: 'A5.2', area: 'KGZ', organisation: 'UZ-MOH' },
      'WRONG_ORGANISATION',
    ],
    [
      'taken from a cell that is filled in',
      { indicator: 'A6.1', area: 'KGZ', organisation: null },
      'ASSIGNMENT_IN_USE',
    ],
  ])('%s are refused with all that came with them', async (_what, wrong, code) => {
    await api
      .em()
      .execute(
        `insert into work.organisation (id, code, area, names) values (?, 'UZ-MOH', 'UZB', '{"en": "Health"}') on conflict do nothing`,
        [randomUUID()],
      );
    const before = await cycle(2025);
    const fine = { indicator: 'A5.2', area: 'UZB', organisation: 'MIA' };
    expect((await assign([fine, wrong])).codes).toEqual([code]);
    expect(await cycle(2025)).toEqual(before);
  });

  it('are taken from a cell that was typed and cleared again', async () => {
    const desk = deskRequests(api);
    const { cell } = await desk.save(PEOPLE.kgz, 'A5.8', '5');
    expect((await assign([{ indicator: 'A5.8', area: 'KGZ', organisation: null }])).codes).toEqual([
      'ASSIGNMENT_IN_USE',
    ]);
    await desk.save(PEOPLE.kgz, 'A5.8', null, { expectedVersion: cell.version });
    const taken = await assign([{ indicator: 'A5.8', area: 'KGZ', organisation: null }]);
    expect(taken.codes).toEqual([]);
    const { result } = await desk.read(PEOPLE.kgz, 'returnForm', { area: 'KGZ', cycle: 2025 });
    expect(result.cells.map(({ indicator }) => indicator)).not.toContain('A5.8');
  });

  it('of another body are filled in by nobody of the one before', async () => {
    await api
      .em()
      .execute(
        `insert into work.organisation (id, code, area, names) values (?, 'KG-MOH', 'KGZ', '{"en": "Health"}')`,
        [randomUUID()],
      );
    await api.em().execute(
      `update work.assignment set person = (select id from work.user_account where email = ?)
       where cycle = 2025 and area = 'KGZ'`,
      [PEOPLE.kgz],
    );
    const person = async () => {
      const [row] = await api
        .em()
        .execute<{ given: boolean }[]>(
          `select person is not null as given from work.assignment where cycle = 2025 and area = 'KGZ' and indicator = 'A5.2'`,
        );
      return row?.given;
    };
    const to = (organisation: string) => assign([{ indicator: 'A5.2', area: 'KGZ', organisation }]);
    expect((await to('MIA')).codes).toEqual([]);
    expect(await person()).toBe(true);
    expect((await to('KG-MOH')).codes).toEqual([]);
    expect(await person()).toBe(false);
  });

  it('are an officer’s alone to change', async () => {
    for (const who of [PEOPLE.kgz, PEOPLE.admin, PEOPLE.auditor, PEOPLE.donor]) {
      expect((await assign([], who)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });
});
