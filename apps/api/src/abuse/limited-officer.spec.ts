import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PlannerService } from '../features/notifications/planner.service.ts';
import { type AdminRequests, adminRequests } from '../testing/admin-requests.ts';
import { codes, type DeskRequests, deskRequests, one } from '../testing/desk-requests.ts';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { PEOPLE, published, reportingFixture } from '../testing/reporting-fixture.ts';
import { serverWork } from '../testing/server-work.ts';

const { admin, kgz, uzb, officer, second } = PEOPLE;

let api: TestApp;
let desk: DeskRequests;
let people: AdminRequests;
beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = deskRequests(api);
  people = adminRequests(api);
});
afterAll(() => api.stop());

async function limit(areas: string[] | null | undefined, more: object = {}) {
  const { id, version, name } = await people.user(second);
  const input = { user: id, expectedVersion: version, name, role: 'OFFICER', areas, ...more };
  return (await people.change(admin, 'changeUser', input)).payload;
}
const codeOf = (errors?: readonly { extensions: { code?: unknown } }[]) =>
  errors?.[0]?.extensions.code;

describe('an officer who is limited to Uzbekistan', () => {
  const values: Record<'KGZ' | 'UZB', { id: string; revision: string }> = {
    KGZ: { id: '', revision: '' },
    UZB: { id: '', revision: '' },
  };
  const returns = { KGZ: '', UZB: '' };
  beforeAll(async () => {
    for (const [who, area] of [
      [kgz, 'KGZ'],
      [uzb, 'UZB'],
    ] as const) {
      const { cell } = await desk.save(who, 'A6.1', '3', { area });
      const { submission } = await desk.submit(who, [cell], { area });
      values[area] = { id: cell.id, revision: cell.current.id };
      returns[area] = submission.id;
    }
    expect(codes(await limit(['UZB']))).toEqual([]);
  });

  it('is shown so in the list of people', async () => {
    expect((await people.user(second)).areas).toEqual(['UZB']);
  });

  it('finds only Uzbekistan in the queues', async () => {
    const { result: queue } = await desk.read(second, 'reviewQueue');
    expect(queue.submitted.map(({ area }) => area)).toEqual(['UZB']);
    expect(queue.returns.map(({ area }) => area)).toEqual(['UZB']);
    const { result: areas } = await desk.read(second, 'reportingAreas');
    expect(areas.map(({ code }) => code)).toEqual(['UZB']);
    const { result: duties } = await desk.read(second, 'duties');
    expect(duties.map(({ area }) => area)).toEqual(['UZB']);
    const { result: grid } = await desk.read(second, 'targetGrid', { indicator: 'A6.1' });
    expect(grid.areas.map(({ area }) => area)).toEqual(['UZB']);
    const { data } = await api.work<{
      deskSummary: { toReview: number; outstanding: { area: string }[] };
    }>(second, '{ deskSummary(lang: en) { toReview outstanding { area } } }');
    expect(data?.deskSummary).toEqual({ toReview: 1, outstanding: [{ area: 'UZB' }] });
    const { data: quality } = await api.work<{ dataQuality: { areas: { area: string }[] } }>(
      second,
      '{ dataQuality(lang: en) { areas { area } } }',
    );
    expect(quality?.dataQuality.areas.map(({ area }) => area)).toEqual(['UZB']);
  });

  it('reads nothing of another country, as if it were not there', async () => {
    for (const [name, variables] of [
      ['reviewQueue', { area: 'KGZ' }],
      ['reviewQueue', { submission: returns.KGZ }],
      ['returnForm', { area: 'KGZ', cycle: 2025 }],
      ['workObservation', { id: values.KGZ.id }],
      ['targetDesk', { area: 'KGZ' }],
      ['evidence', { area: 'KGZ' }],
      ['reopenings', { area: 'KGZ' }],
    ] as const)
      expect([name, codeOf((await desk.read(second, name, variables)).errors)]).toEqual([
        name,
        'NOT_FOUND',
      ]);
  });

  it('gets no mail about another country', async () => {
    await serverWork(api, PlannerService).plan(new Date());
    const mails = await api
      .em()
      .execute<{ area: string; email: string }[]>(
        `select n.area, u.email from work.notification n join work.user_account u on u.id = n.recipient where n.kind = 'SUBMITTED'`,
      );
    const areasOf = (email: string) =>
      mails.flatMap((mail) => (mail.email === email ? [mail.area] : [])).sort();
    expect(areasOf(second)).toEqual(['UZB']);
    expect(areasOf(officer)).toEqual(['KGZ', 'UZB']);
  });

  it('decides about nothing of another country', async () => {
    const { id: observation, revision } = values.KGZ;
    const plan = { path: 'LINEAR', points: [{ year: 2030, value: '5' }] };
    const rationale = { rationale: 'Why', rationaleLang: 'en' };
    for (const [name, input] of [
      ['returnValue', { observation, revision, reason: 'Why?' }],
      ['askReporter', { observation, revision, text: 'Why?' }],
      ['writeMessage', { observation, text: 'Why?' }],
      ['approveValues', { values: [values.UZB, values.KGZ].map(asApproval) }],
      ['approveReturn', { submission: returns.KGZ, expectedValues: 1 }],
      [
        'proposeTarget',
        { indicator: 'A6.1', area: 'KGZ', expectedVersion: 0, ...plan, ...rationale },
      ],
      [
        'proposeTargets',
        {
          indicator: 'A6.1',
          ...rationale,
          plans: ['UZB', 'KGZ'].map((area) => ({ area, expectedVersion: 0, ...plan })),
        },
      ],
    ] as const)
      expect([name, codeOf((await desk.change(second, name, input)).errors)]).toEqual([
        name,
        'NOT_FOUND',
      ]);
    const { result } = await desk.read(officer, 'reviewQueue');
    expect(result.submitted.map(({ area }) => area).sort()).toEqual(['KGZ', 'UZB']);
  });

  it('takes back no approvals among which another country is, and is not offered to', async () => {
    const cells = [];
    for (const [who, area] of [
      [kgz, 'KGZ'],
      [uzb, 'UZB'],
    ] as const) {
      const { cell } = await desk.save(who, 'A5.8', '3', { area });
      const share = { area, numerator: '1', denominator: '2' };
      const { cell: other } = await desk.save(who, 'A5.2', null, share);
      await desk.submit(who, [cell, other], { area });
      cells.push(cell, other);
    }
    const { payload } = await desk.change(officer, 'approveValues', {
      values: cells.map(({ id, current }) => asApproval({ id, revision: current.id })),
    });
    expect(codes(payload)).toEqual([]);
    const { errors } = await desk.change(second, 'undoApprovals', { batch: payload.batch });
    expect(codeOf(errors)).toBe('NOT_FOUND');
    const batchesOf = async (who: string) =>
      (await desk.read(who, 'reviewQueue')).result.batches.map(({ batch }) => batch);
    expect(await batchesOf(officer)).toEqual([payload.batch]);
    expect(await batchesOf(second)).toEqual([]);
  });

  it('neither reminds another country nor does what concerns them all', async () => {
    const remind = (area: string) =>
      api.work(
        second,
        `mutation ($input: RemindReportersInput!) { remindReporters(input: $input) { reminded } }`,
        { input: { area, cycle: 2025, idempotencyKey: `remind-${area}-of-a-limit` } },
      );
    expect(codeOf((await remind('KGZ')).errors)).toBe('NOT_FOUND');
    expect((await remind('UZB')).errors).toBeUndefined();
    for (const query of ['{ outbox { sends } }', '{ plannedReleases(lang: en) { id } }'])
      expect(codeOf((await api.work(second, query)).errors)).toBe('FORBIDDEN');
    const cycle = { year: 2027, expectedVersion: 0, closed: false };
    const dates = { opensOn: '2028-01-11', dueOn: '2028-03-31', closesOn: '2028-04-30' };
    const { errors } = await api.work(
      second,
      `mutation ($input: SaveCycleInput!) { saveCycle(input: $input) { problems { code } } }`,
      { input: { idempotencyKey: 'a-cycle-of-a-limit', ...cycle, ...dates } },
    );
    expect(codeOf(errors)).toBe('FORBIDDEN');
  });

  it('works in Uzbekistan as before', async () => {
    const { payload } = await desk.change(second, 'approveValues', {
      values: [asApproval(values.UZB)],
    });
    expect(codes(payload)).toEqual([]);
    expect(one(payload.observations).state).toBe('APPROVED');
  });

  describe('sees whole', () => {
    const alike = async <T>(
      query: string,
      variables: Record<string, unknown> = {},
    ): Promise<T | undefined> => {
      const limited = await api.work<T>(second, query, variables);
      const unlimited = await api.work<T>(officer, query, variables);
      expect(limited).toEqual(unlimited);
      return limited.data ?? undefined;
    };
    beforeAll(async () => {
      const [area, year] = ['KGZ', 2024];
      await published(api.em(), { area, year, indicator: 'A1.6', value: '97' });
      const stage = { element: 'A2.1-DEF', value: '4' };
      await published(api.em(), { area, year, indicator: 'A2.1', ...stage });
      await api.em().execute(
        `insert into work.assignment (cycle, indicator, area, organisation)
         select cycle, 'A1.6', area, organisation from work.assignment where cycle = 2025 and indicator = 'A5.2'`,
      );
    });

    it('how far a first value is from those of other countries, as no reporter does', async () => {
      const { cell } = await desk.save(uzb, 'A1.6', '3', { area: 'UZB', sourceText: 'Register' });
      await desk.submit(uzb, [cell], { area: 'UZB' });
      const query = `query ($id: ID!) { workObservation(id: $id, lang: en) { remarks neighbours { area value } } }`;
      expect(await alike(query, { id: cell.id })).toEqual({
        workObservation: {
          remarks: ['FAR_FROM_KNOWN'],
          neighbours: [{ area: 'KGZ', value: '97' }],
        },
      });
      const { data } = await api.work(uzb, query, { id: cell.id });
      expect(data).toEqual({ workObservation: { remarks: [], neighbours: [] } });
    });

    it('who is asked for what in a cycle', async () => {
      const answer = await alike<{ cycleDesk: { cycles: { assignments: { area: string }[] }[] } }>(
        '{ cycleDesk(lang: en) { cycles { year assignments { indicator area organisation } } } }',
      );
      const asked = answer?.cycleDesk.cycles.flatMap(({ assignments }) => assignments) ?? [];
      expect([...new Set(asked.map(({ area }) => area))].sort()).toEqual(['CA4', 'KGZ', 'UZB']);
    });

    it('which elements of a law are in use', async () => {
      const answer = await alike<{ frameworkIndicator: { elements: object[] } }>(
        '{ frameworkIndicator(code: "A2.1") { elements { code inUse } } }',
      );
      const inUse = { code: 'A2.1-DEF', inUse: true };
      expect(answer?.frameworkIndicator.elements).toContainEqual(inUse);
    });
  });

  it('stays so where a change says nothing of it', async () => {
    expect(codes(await limit(undefined))).toEqual([]);
    expect(await people.user(second)).toMatchObject({ areas: ['UZB'], pending: false });
  });

  it.each([
    ['more countries', ['KGZ', 'UZB']],
    ['all countries', null],
  ])('gets %s only when a second person confirms it', async (_what, areas) => {
    await limit(areas);
    expect(await people.user(second)).toMatchObject({ areas, pending: true });
    const { errors } = await desk.read(second, 'reviewQueue', { area: 'KGZ' });
    expect(codeOf(errors)).toBe('UNAUTHENTICATED');
    const [account] = (await people.read(officer, 'pendingAccounts')).result;
    const shown = areas === null ? [] : ['Kyrgyzstan (ru)', 'Uzbekistan (ru)'];
    expect(account?.areas.map(({ text }) => text)).toEqual(shown);
    expect(account?.acts.map(({ act }) => act)).toEqual(['ROLE']);
    const { id, version } = await people.user(second);
    await people.change(officer, 'confirmAccount', { user: id, expectedVersion: version });
    expect((await people.user(second)).pending).toBe(false);
  });
});

const asApproval = ({ id, revision }: { id: string; revision: string }) => ({
  ...{ observation: id, revision },
});

describe('a limit', () => {
  it.each([
    ['to a country that there is not', ['XXX'], {}, 'AREA_UNKNOWN'],
    ['to nothing', [], {}, 'AREA_REQUIRED'],
    ['of an auditor', ['UZB'], { role: 'AUDITOR' }, 'AREA_NOT_ALLOWED'],
  ])('%s is refused', async (_what, areas, more, code) => {
    expect(codes(await limit(areas, more))).toEqual([code]);
  });
});
