import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codes, type DeskRequests, deskRequests, one } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, published, reportingFixture, stored } from '../../testing/reporting-fixture.ts';

let api: TestApp;
let desk: DeskRequests;
const { officer, second } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  await published(api.em(), { area: 'KGZ', indicator: 'A6.1', year: 2022, value: '1' });
  await published(api.em(), { area: 'UZB', indicator: 'A6.1', year: 2022, value: '2' });
  await api.em().execute(
    `insert into work.target_plan (id, indicator, area, version, state, baseline_year, baseline_value, path, points, reference, citation, rationale)
     values (?, 'A6.1', 'KGZ', 1, 'CONFIRMED', 2022, 1, 'LINEAR', '[{"year": 2030, "value": "5"}]', true, '{"en": "SDG 5.1"}', '{"en": "Reference"}')`,
    [randomUUID()],
  );
  desk = deskRequests(api);
});
afterAll(() => api.stop());

const PLAN = {
  indicator: 'A6.1',
  area: 'KGZ',
  expectedVersion: 1,
  baselineYear: 2022,
  baselineValue: '1',
  path: 'LINEAR',
  points: [
    { year: 2027, value: '3' },
    { year: 2030, value: '4' },
  ],
  rationale: 'The ministry has adopted a road map.',
  rationaleLang: 'en',
};

const propose = (more: object = {}, who: string = officer) =>
  desk.change(who, 'proposeTarget', { ...PLAN, ...more });

describe('the desk of targets', () => {
  it('lists what can have a target in a country, with what is published of it alone', async () => {
    const { rows } = (await desk.read(officer, 'targetDesk', { area: 'KGZ' })).result;
    expect(rows.map(({ indicator }) => indicator)).toEqual(['A6.1', 'A5.2', 'A1.6']);
    expect(rows[0]).toMatchObject({
      history: [{ year: 2022, value: '1', status: 'A' }],
      plans: [{ version: 1, state: 'CONFIRMED', reference: true }],
    });
  });

  it('lists what is regional for the four countries together', async () => {
    const { rows } = (await desk.read(officer, 'targetDesk', { area: 'CA4' })).result;
    expect(rows.map(({ indicator }) => indicator)).toEqual(['A7.1']);
  });
});

describe('a target', () => {
  it.each([
    ['without a rationale', { rationale: '  ' }, 'RATIONALE_REQUIRED'],
    ['for a newer version than was seen', { expectedVersion: 0 }, 'VERSION_CONFLICT'],
    [
      'for what is context and never scored',
      { indicator: 'A5.8', expectedVersion: 0 },
      'NEVER_SCORED',
    ],
    ['for a law', { indicator: 'A2.1', expectedVersion: 0 }, 'LAW_HAS_NO_TARGET'],
    ['for what another area reports', { indicator: 'A7.1', expectedVersion: 0 }, 'NOT_SCORED'],
    [
      'that is below its baseline',
      { points: [{ year: 2030, value: '0' }] },
      'TARGET_ON_WRONG_SIDE',
    ],
    ['above what can be', { points: [{ year: 2030, value: '6' }] }, 'ABOVE_MAX'],
    ['with no year to reach it', { points: [] }, 'TARGET_REQUIRED'],
    ['in the year 9999', { points: [{ year: 9999, value: '5' }] }, 'YEAR_OUT_OF_RANGE'],
    ['from a value without its year', { baselineYear: null }, 'BASELINE_INCOMPLETE'],
    ['with a tolerance below zero', { tolerance: '-1' }, 'BELOW_MIN'],
    ['for an unknown indicator', { indicator: 'А6.1' }, 'NOT_SCORED'],
  ])('%s is refused and not stored', async (_what, wrong, code) => {
    const before = await stored(api.em());
    expect(codes((await propose(wrong)).payload)).toEqual([code]);
    expect(await stored(api.em())).toEqual(before);
  });

  it('with a tolerance below zero is told with the tolerance', async () => {
    const { payload } = await propose({ tolerance: '-1' });
    expect(one(payload.problems).params).toEqual([{ name: 'value', value: '-1' }]);
  });

  it('of more decimals than can be kept never gets past the scalar', async () => {
    const { errors } = await propose({ tolerance: '0.0000000000000001' });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  it('is proposed by one officer and confirmed by another', async () => {
    const proposed = await propose();
    expect(proposed.payload.problems).toEqual([]);
    const plan = one(proposed.payload.row.plans);
    const inForce = one(proposed.payload.row.plans, ({ version }) => version === 1);
    expect(plan).toMatchObject({
      version: 2,
      state: 'PROPOSED',
      reference: false,
      points: PLAN.points,
      proposedBy: { name: 'officer' },
      rationale: { text: PLAN.rationale },
    });
    expect(inForce).toMatchObject({ version: 1, state: 'CONFIRMED' });

    expect(codes((await propose({ expectedVersion: 2 }, second)).payload)).toEqual([
      'PLAN_PENDING',
    ]);
    const own = await desk.change(officer, 'decideTarget', { plan: plan.id, decision: 'CONFIRM' });
    expect(codes(own.payload)).toEqual(['SAME_PERSON']);
    const confirmed = await desk.change(second, 'decideTarget', {
      plan: plan.id,
      decision: 'CONFIRM',
    });
    expect(confirmed.payload.row.plans[0]).toMatchObject({
      state: 'CONFIRMED',
      decidedBy: { name: 'second' },
    });
    const again = await desk.change(second, 'decideTarget', { plan: plan.id, decision: 'REJECT' });
    expect(codes(again.payload)).toEqual(['INVALID_STATE']);
  });

  it.each([
    ['rejected', second, 2],
    ['withdrawn by who proposed it', officer, 3],
  ])('that is %s leaves the one in force first', async (_how, who, expectedVersion) => {
    const { payload } = await propose({ expectedVersion });
    const rejected = await desk.change(who, 'decideTarget', {
      plan: one(payload.row.plans).id,
      decision: 'REJECT',
    });
    const states = rejected.payload.row.plans.map(({ version, state }) => [version, state]);
    expect(states.slice(0, 2)).toEqual([
      [2, 'CONFIRMED'],
      [expectedVersion + 1, 'REJECTED'],
    ]);
  });

  it('of what cannot get better is to keep it', async () => {
    const plan = {
      indicator: 'A1.6',
      expectedVersion: 0,
      baselineValue: '100.0',
      points: [{ year: 2030, value: '100' }],
    };
    expect(codes((await propose(plan)).payload)).toEqual([]);
  });

  it('names the field of the form in which the trouble is', async () => {
    const { payload } = await propose({
      expectedVersion: 4,
      points: [
        { year: 2027, value: '9' },
        { year: 2030, value: '0' },
      ],
    });
    expect(payload.problems.map(({ code, field }) => [code, field])).toEqual([
      ['TARGET_ON_WRONG_SIDE', 'points.1.value'],
      ['ABOVE_MAX', 'points.0.value'],
    ]);
  });

  it('proposed by two officers at once is proposed once', async () => {
    const plan = {
      indicator: 'A5.2',
      expectedVersion: 0,
      baselineValue: '10',
      points: [{ year: 2030, value: '90' }],
    };
    const both = await Promise.all([propose(plan), propose(plan, second)]);
    expect(both.map(({ payload }) => codes(payload)).sort()).toEqual([[], ['PLAN_PENDING']]);
  });

  it('that nobody has cannot be decided', async () => {
    for (const plan of [randomUUID(), 'one']) {
      const { errors } = await desk.change(second, 'decideTarget', { plan, decision: 'CONFIRM' });
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
  });
});
