import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codes, type DeskRequests, deskRequests, one } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, reportingFixture } from '../../testing/reporting-fixture.ts';
import { Cycle } from '../cycles/cycle.entity.ts';

let api: TestApp;
let desk: DeskRequests;

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = deskRequests(api);
});
afterAll(() => api.stop());

describe('what is owed', () => {
  it('is told to a reporter of the own country, to an officer of all', async () => {
    await desk.save(PEOPLE.kgz, 'A5.8', '1');
    const own = (await desk.read(PEOPLE.kgz, 'duties')).result;
    expect(own).toEqual([
      expect.objectContaining({
        area: 'KGZ',
        cycle: 2025,
        assigned: 3,
        filled: 1,
        submitted: 0,
        approved: 0,
      }),
    ]);
    const all = (await desk.read(PEOPLE.officer, 'duties')).result;
    expect(all.map(({ area }) => area)).toEqual(['KGZ', 'UZB', 'CA4']);
  });

  it('is told to nobody else', async () => {
    for (const who of [PEOPLE.donor, PEOPLE.admin]) {
      expect((await desk.read(who, 'duties')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });
});

describe('a deadline', () => {
  it('ends with the day in the country, which is another day across the date line', async () => {
    // 25 hours apart: their calendars never show the same day.
    await api.em().execute(`update work.area set time_zone = case code
      when 'KGZ' then 'Pacific/Kiritimati' else 'Pacific/Pago_Pago' end`);
    const duties = (await desk.read(PEOPLE.officer, 'duties')).result;
    const left = (area: string): number => one(duties, (duty) => duty.area === area).daysLeft;
    expect(left('UZB') - left('KGZ')).toBeGreaterThanOrEqual(1);

    await api.em()
      .execute(`update work.cycle set due_on = (now() at time zone 'Pacific/Pago_Pago')::date,
      closes_on = (now() at time zone 'Pacific/Pago_Pago')::date where year = 2025`);
    const west = await desk.save(PEOPLE.uzb, 'A5.8', '1', { area: 'UZB' });
    expect(codes(west)).toEqual([]);
    const east = await desk.save(PEOPLE.kgz, 'A6.1', '1');
    expect(codes(east)).toEqual(['CYCLE_CLOSED']);
  });
});

describe('the areas that report', () => {
  it('are named to whoever may read them, though nothing is owed', async () => {
    const past = { opensOn: '2020-01-01', dueOn: '2020-02-01', closesOn: '2020-03-01' };
    await api.em().nativeUpdate(Cycle, { year: 2025 }, past);
    const named = async (who: string) =>
      (await desk.read(who, 'reportingAreas')).result.map(({ code }) => code);
    expect((await desk.read(PEOPLE.officer, 'duties')).result).toEqual([]);
    expect(await named(PEOPLE.officer)).toEqual(['KGZ', 'UZB', 'CA4']);
    expect(await named(PEOPLE.kgz)).toEqual(['KGZ']);
  });
});
