import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { reportFigures } from '../../testing/approved-figures.ts';
import { figureDesk } from '../../testing/figure-desk.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'framework' });
}, 60_000);
afterAll(() => test.stop());

it('a release tells new values only as a number where they are too many to read', async () => {
  const { publish } = figureDesk(test);
  const figure = (value: string) =>
    reportFigures(test.em(), [
      { indicator: 'A5.8', area: 'TJK', year: 2012, value, reason: 'CORRECTION' },
    ]);
  await figure('7');
  await publish();
  await test.em().execute(
    `with cells as (
       select gen_random_uuid() as id, gen_random_uuid() as revision, 'X' || n as breakdown from generate_series(1, 5001) n
     ), observed as (
       insert into work.observation (id, indicator, area, year, breakdown, state, current_revision)
       select id, 'A5.8', 'KAZ', 2011, breakdown, 'APPROVED', revision from cells
     )
     insert into work.revision (id, observation, area, number, value, obs_status, via) select revision, id, 'KAZ', 1, 1, 'A', 'SOURCE_IMPORT' from cells`,
  );
  await figure('8');
  await publish();
  const { data } = await test.publicQuery(
    `{ changes(lang: en) { items { class subject area year toValue } newValues } }`,
  );
  expect(data.changes.items).toEqual([
    { class: 'REVISED', subject: 'A5.8', area: 'TJK', year: 2012, toValue: '8' },
  ]);
  expect(data.changes.newValues).toBe(5001);
});
