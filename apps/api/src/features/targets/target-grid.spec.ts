import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DeskRequests, deskRequests, one } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, published, reportingFixture, stored } from '../../testing/reporting-fixture.ts';

let api: TestApp;
let desk: DeskRequests;
const { officer, auditor, kgz } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  await published(api.em(), { area: 'KGZ', indicator: 'A5.2', year: 2022, value: '20' });
  desk = deskRequests(api);
});
afterAll(() => api.stop());

const plan = (area: string, target: string, expectedVersion = 0) => ({
  area,
  expectedVersion,
  baselineYear: 2022,
  baselineValue: '20',
  path: 'LINEAR',
  points: [{ year: 2030, value: target }],
});
const propose = (plans: object[], rationale = 'Funded until 2030.') =>
  desk.change(officer, 'proposeTargets', {
    indicator: 'A5.2',
    plans,
    rationale,
    rationaleLang: 'en',
  });
const grid = async (who: string, indicator = 'A5.2') => desk.read(who, 'targetGrid', { indicator });

describe('the grid of targets', () => {
  it('shows one indicator in every country, in no more than ten statements', async () => {
    const { areas } = (await grid(officer)).result;
    expect(areas.map(({ area }) => area)).toEqual(['KGZ', 'UZB']);
    expect(one(areas).row.history).toEqual([{ year: 2022, value: '20' }]);
    expect(await api.statements(() => grid(officer))).toBeLessThanOrEqual(10);
  });

  it('shows an indicator of the whole region where the region is', async () => {
    const { areas } = (await grid(officer, 'A7.1')).result;
    expect(areas.map(({ area }) => area)).toEqual(['CA4']);
  });

  it('is nothing for an indicator that cannot have a target, and closed to who is bound to a country', async () => {
    for (const code of ['A5.8', 'A2.1']) expect((await grid(officer, code)).result).toBeNull();
    expect((await grid(auditor)).errors).toBeUndefined();
    expect((await grid(kgz)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('targets for several countries', () => {
  it('are proposed all or none, and each trouble names its country', async () => {
    const before = await stored(api.em());
    const { payload } = await propose([plan('KGZ', '60'), plan('UZB', '10')]);
    expect(payload.problems).toMatchObject([
      { code: 'TARGET_ON_WRONG_SIDE', field: expect.stringMatching(/^plans\.1\.points/) },
    ]);
    expect(one(payload.problems).params).toContainEqual({ name: 'area', value: 'UZB' });
    expect(await stored(api.em())).toEqual(before);
  });

  it('need the one rationale', async () => {
    const { payload } = await propose([plan('KGZ', '60'), plan('UZB', '50')], ' ');
    expect(payload.problems.map(({ code }) => code)).toEqual(Array(2).fill('RATIONALE_REQUIRED'));
  });

  it('are judged in as many statements as one', async () => {
    const refused = (plans: object[]) => api.statements(() => propose(plans, ' '));
    const single = await refused([plan('KGZ', '60')]);
    // one statement more is allowed, for a session that has to be refreshed meanwhile
    expect(await refused([plan('KGZ', '60'), plan('UZB', '50')])).toBeLessThanOrEqual(single + 1);
    expect((await propose([plan('KGZ', '60'), plan('XXX', '50')])).errors).toMatchObject([
      { extensions: { code: 'NOT_FOUND' } },
    ]);
  });

  it('each become a version that waits for a second officer', async () => {
    const { payload } = await propose([plan('KGZ', '60'), plan('UZB', '50')]);
    expect(payload.problems).toEqual([]);
    for (const { row } of payload.grid.areas)
      expect(row.plans).toMatchObject([
        { version: 1, state: 'PROPOSED', rationale: { text: 'Funded until 2030.' } },
      ]);
    const again = await propose([plan('KGZ', '70', 1)]);
    expect(again.payload.problems).toMatchObject([{ code: 'PLAN_PENDING', field: 'plans.0' }]);
  });

  it('name each country once', async () => {
    const { payload } = await propose([plan('KGZ', '60'), plan('KGZ', '50')]);
    expect(payload.problems).toMatchObject([{ code: 'DUPLICATE_VALUE' }]);
  });
});
