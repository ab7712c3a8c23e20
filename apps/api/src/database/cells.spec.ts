import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { valuesInWork } from './cells.ts';
import { db } from './db.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'framework' });
}, 120_000);
afterAll(() => test.stop());

/** Adds values of A5.8 in this state, each with a part of its own. */
const add = (area: string, year: number, state: string, count: number) =>
  test.em().execute(
    `with made as materialized (select gen_random_uuid() as id, gen_random_uuid() as revision, n from generate_series(1, ?) n),
      cells as (insert into work.observation (id, indicator, area, year, breakdown, state, current_revision)
        select id, 'A5.8', ?, ?, ? || n, ?, revision from made returning id)
      insert into work.revision (id, observation, area, number, obs_status, via)
        select revision, id, ?, 1, 'A', 'SOURCE_IMPORT' from made`,
    [count, area, year, state, state, area],
  );

interface Node {
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
}
/** How many rows of observations a plan has read. */
const read = (node: Node): number =>
  (node['Relation Name'] === 'observation'
    ? node['Actual Loops'] * (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0))
    : 0) + (node.Plans ?? []).reduce((sum, one) => sum + read(one), 0);

it('finds what is in work without reading what is published elsewhere', async () => {
  const em = test.em();
  await add('KAZ', 2020, 'PUBLISHED', 3000);
  await add('KGZ', 2020, 'PUBLISHED', 20);
  await add('KGZ', 2020, 'DRAFT', 300);
  await add('TJK', 2021, 'SUBMITTED', 6);
  const of = async (areas: string[] | null) => {
    const query = db(em).selectFrom(valuesInWork(areas).as('o')).select(['o.area', 'o.state']);
    const found = await query.execute();
    const [plan] = await query.explain('json', sql`analyze`);
    const [{ Plan: top }] = Object.values(plan ?? {})[0] as [{ Plan: Node }];
    return { found: found.length, read: read(top) };
  };
  for (const sampled of [false, true]) {
    if (sampled) await em.execute('analyze work.observation, work.value_in_work');
    expect(await of(null)).toEqual({ found: 306, read: 326 });
    expect(await of(['TJK'])).toEqual({ found: 6, read: 6 });
    expect(await of(['UZB'])).toEqual({ found: 0, read: 0 });
  }
}, 60_000);
