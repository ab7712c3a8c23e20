import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { publicDb } from '../../database/db.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { asReleaseTime, releaseDay } from './release-day.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
}, 60_000);
afterAll(() => test.stop());

it.each([
  ['2026-11-27T17:59:00Z', '2026-11-27', '2026-11-27T23:59:00+06:00'],
  ['2026-11-27T18:30:00Z', '2026-11-28', '2026-11-28T00:30:00+06:00'],
])('a release of %s is of %s', async (instant, day, time) => {
  const said = await publicDb(test.em())
    .selectNoFrom(releaseDay(sql`${instant}::timestamptz`).as('day'))
    .executeTakeFirst();
  expect(said).toEqual({ day });
  expect(asReleaseTime(new Date(instant))).toBe(time);
  expect(new Date(time)).toEqual(new Date(instant));
});

it('no country approves on a later day than that of a release at the same moment', async () => {
  const { rows: later } = await sql`
    select a.code, h.at from work.area a, generate_series('2026-01-01'::timestamptz, '2026-12-31'::timestamptz, '1 hour') as h (at)
    where (h.at at time zone a.time_zone)::date::text > ${releaseDay(sql.ref('h.at'))}`.execute(
    publicDb(test.em()),
  );
  expect(later).toEqual([]);
});
