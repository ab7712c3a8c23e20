import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Compilable, sql } from 'kysely';
import { db } from '../../database/db.ts';
import { preparationOf } from '../../database/prepared.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { statementsOf } from '../../testing/statements-of.ts';
import { rowsAsOf } from './rows-as-of.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
}, 120_000);
afterAll(() => test.stop());

async function answer(query: string): Promise<unknown> {
  const { data, errors } = await test.publicQuery(query);
  expect(errors).toBeUndefined();
  return data;
}

const without =
  (...names: string[]) =>
  (name: string, value: unknown) =>
    names.includes(name) ? undefined : value;

/** The statements that an answer needs. */
async function takenBy(query: string): Promise<string[]> {
  await test.publicQuery(query); // fills the caches of the process first
  return statementsOf(async () => {
    const { errors } = await test.publicQuery(query);
    expect(errors).toBeUndefined();
  });
}
const series = (args: string, fields: string) =>
  `{ indicator(code: "A4.2", lang: en${args}) { series { area ${fields} } } }`;

describe('a page that is read for the first time', () => {
  it.each([
    ['series', (area: string) => series(`, area: "${area}"`, 'values { year value }')],
    ['scorecard', () => '{ scorecard(lang: en) { rows { cells { level { percent } } } } }'],
    ['list', () => '{ indicators(lang: en) { indicators { code known } } }'],
    ['country', (area: string) => `{ country(iso3: "${area}", lang: en) { year } }`],
    ['values', (area: string) => `{ values(lang: en, areas: ["${area}"]) { values { value } } }`],
  ])('is one prepared statement, whatever is asked: %s', async (_, query) => {
    const [first = '', ...others] = await takenBy(query('KAZ'));
    expect(others).toEqual([]);
    expect(preparationOf(first)?.name).toMatch(/^[0-9a-f]{32}$/);
    expect(await takenBy(query('KGZ'))).toEqual([first]);
  });

  it.each([
    ['ONCE', '{ action(code: "A4", lang: en) { year } }'],
    ['ONCE', '{ country(iso3: "KAZ", lang: en) { year } }'],
    ['ONCE', '{ indicator(code: "A4.2", lang: en) { series { target { version } } } }'],
    ['ONCE', '{ changes(lang: en) { confirmed } }'],
    ['BY_VALUES', '{ values(lang: en, first: 1) { values { value } } }'],
  ])('is planned %s where its parts are found by their keys: %s', async (planning, query) => {
    const plans = (await takenBy(query)).map((sql) => preparationOf(sql)?.planning);
    expect(plans).toContain(planning);
  });

  it('reads no breakdown, no earlier value and nothing of the page besides where only values are asked for', async () => {
    const few = await takenBy(series('', 'values { year value obsStatus }'));
    const all = await takenBy(
      series('', 'values { earlier { value } } breakdowns { year } target { version }'),
    );
    expect(all.join()).toMatch(/until_release <= .*publication"."target"/s);
    expect(few.join()).not.toMatch(/until_release <= |publication"."target"/);
    expect(few.join()).toContain(`"t"."sex" = '_T'`);
  });

  /** How many rows of the table of values PostgreSQL expects in a query, and how many there are. */
  async function expectedOf(query: Compilable): Promise<{ expected: number; all: number }> {
    return test.em().transactional(async (tx) => {
      await tx.execute('analyze publication.value');
      await tx.execute('set local plan_cache_mode = force_generic_plan');
      await tx.execute(`prepare expected as ${query.compile().sql}`);
      const [plan] = await tx.execute<Record<string, [{ Plan: { 'Plan Rows': number } }]>[]>(
        'explain (format json) execute expected(null)',
      );
      await tx.execute('deallocate expected');
      const [{ all } = { all: 0 }] = await tx.execute<{ all: number }[]>(
        'select count(*)::int as all from publication.value',
      );
      const [[{ Plan }] = [{ Plan: { 'Plan Rows': 0 } }]] = Object.values(plan ?? {});
      return { expected: Plan['Plan Rows'], all };
    });
  }

  it('is planned for a release in which most rows stand, whichever it is', async () => {
    const query = db(test.em())
      .selectFrom(rowsAsOf('value', sql`$1::int`).as('t'))
      .selectAll();
    const { expected, all } = await expectedOf(query);
    expect(expected).toBeGreaterThan(all * 0.4);
  });

  it('is planned for as many parts of some years as there are', async () => {
    const query = db(test.em())
      .selectFrom('publication.value as t')
      .selectAll()
      .where(sql<boolean>`-t.year <= -2015::bigint and -t.year >= -2024::bigint`)
      .where(sql<boolean>`$1::int is null`);
    const { expected, all } = await expectedOf(query);
    expect(expected).toBeGreaterThan(all * 0.2);
  });

  /** The plan of a statement, chosen by what is possible, not by the few rows of the test. */
  async function planOf(statement: string, off: readonly string[]): Promise<string> {
    const parameters = Array.from(new Set(statement.match(/\$\d+/g)), () => 'null');
    return test.em().transactional(async (tx) => {
      await tx.execute('set local plan_cache_mode = force_generic_plan');
      for (const way of off) await tx.execute(`set local enable_${way} = off`);
      await tx.execute(`prepare planned as ${statement}`);
      const lines = await tx.execute<Record<string, string>[]>(
        `explain (costs off) execute planned(${parameters.join()})`,
      );
      await tx.execute('deallocate planned');
      return lines.map((line) => Object.values(line).join()).join('\n');
    });
  }

  it('finds the first parts of an indicator by the index that has them in their order', async () => {
    const [page = ''] = await takenBy(series('', 'breakdowns { year earlier { value } }'));
    const plan = await planOf(page, ['sort', 'seqscan', 'bitmapscan']);
    expect(plan).toMatch(/Limit\n(?:.*Nested Loop.*\n)? *->  Index Scan using value_parts/);
    // what ended in other cells is filtered out
    expect(plan).toMatch(/Filter: .*until_release.*hashed SubPlan/);
  });

  it('looks for crossed parts year by year, and does not read all of them', async () => {
    const [parts = ''] = await takenBy(
      '{ comparedParts(code: "A4.2", lang: en, from: 2015, to: 2024) { area values { year } } }',
    );
    const plan = await planOf(parts, ['seqscan', 'nestloop']);
    expect(plan).toMatch(/CTE Scan on year y(?:_\d)?\n *Filter: .*SubPlan/);
  });

  it('counts the crossed parts of an area before it reads what is said of them', async () => {
    const [parts = '', ...others] = await takenBy(
      '{ comparedParts(code: "A2.1", lang: en, from: 1900, to: 1900) { area values { year } } }',
    );
    expect(preparationOf(parts)?.planning).toBe('ONCE');
    const [, drawn = '', read = ''] =
      /"drawn" as (.*?), "part" as (.*?), "ends" as /.exec(parts) ?? [];
    expect(drawn).toMatch(/^materialized .*limit 201/);
    expect(drawn).not.toContain('note');
    expect(read).toMatch(/from "drawn" as "c" .*limit 200/);
    // nothing is listed, so nobody asks what was there before
    expect(others.join()).not.toContain('"publication"."value"');
  });

  it('has indexes that know of which indicator it is what began or ended', async () => {
    // among the few values of the test others are as good, so the plan says nothing
    const indexes = await test.em().execute<{ columns: string }[]>(
      `select substring(indexdef from '\\(.*?\\)') as columns from pg_indexes
        where indexname in ('value_since', 'value_changed') order by indexname`,
    );
    const columns = indexes.map((index) => index.columns);
    expect(columns).toEqual(['(until_release, indicator)', '(from_release, indicator)']);
  });

  it('says of figures alone what a page says of them', async () => {
    for (const area of ['', ', area: "KAZ"', ', release: "2026.1"'])
      for (const code of ['A4.2', 'A2.1', 'NONE']) {
        const asked = (more: string) =>
          `{ indicator(code: "${code}", lang: en${area}) { series { area values { year value obsStatus ${more} } } } }`;
        const [alone, whole] = [await answer(asked('')), await answer(asked('progress'))];
        expect(alone).toEqual(JSON.parse(JSON.stringify(whole, without('progress'))));
      }
  });

  it('says of levels alone what a scorecard says of them', async () => {
    for (const args of [
      '',
      ', area: "KAZ"',
      ', area: "XXX"',
      ', release: "2026.1"',
      ', year: 2022',
    ]) {
      const asked = (more: string) =>
        `{ scorecard(lang: en${args}) { year release { number previous note { text } } areas { code iso2 name { text } } rows { action { code title { text } } cells { area level { word percent low high known total movement points ${more} } } } } }`;
      const [alone, whole] = [await answer(asked('')), await answer(asked('flags reason'))];
      expect(alone).toEqual(JSON.parse(JSON.stringify(whole, without('flags', 'reason'))));
    }
  });

  it('reads levels alone where nothing is asked that is not among them', async () => {
    const scorecard = (head: string, cells: string) =>
      takenBy(`{ scorecard(lang: en) { ${head} rows { cells { ${cells} } } } }`);
    const levels = await scorecard('year', 'level { percent }');
    const names = 'release { previous note { text } } areas { iso2 name { text } } __typename';
    expect(await scorecard(names, 'area level { word __typename } __typename')).toEqual(levels);
    for (const [head, cells] of [
      ['firstYear', 'area'],
      ['year', 'change { class }'],
      ['year', 'level { percent flags }'],
      ['year', 'level { reason }'],
    ] as const)
      expect(await scorecard(head, cells)).not.toEqual(levels);
  });

  it('reads totals of many indicators by the index that has only those', async () => {
    const [total = ''] = await takenBy(
      '{ values(lang: en, part: "_T|_T|_T|_T|_T") { values { value } } }',
    );
    expect(total).toContain(`"t"."sex" = '_T'`);
    expect(total).toMatch(/order by "t"\."indicator", "t"\."area", "t"\."year" limit/);
    expect(await takenBy('{ values(lang: en) { values { value } } }')).not.toContain(total);
  });

  it('is of the newest release, also where another process has published it', async () => {
    const number = async () => {
      const { data } = await test.publicQuery<{ scorecard: { release: { number: string } } }>(
        '{ scorecard(lang: en) { release { number } } }',
      );
      return data?.scorecard.release.number;
    };
    const before = await number();
    await test.em().execute(
      `insert into publication.release select (jsonb_populate_record(r, '{"sequence": 99, "number": "2026.99"}')).*
         from publication.release r where number = ?`,
      [before ?? ''],
    );
    expect([before, await number()]).toEqual([expect.not.stringMatching('2026.99'), '2026.99']);
    const { data } = await test.publicQuery(
      '{ indicators(lang: en, release: "2026.99") { release { latest } } }',
    );
    expect(data).toEqual({ indicators: { release: { latest: true } } });
  });
});

describe('one country', () => {
  const areasOf = async (query: string) => (await test.publicQuery(query)).data;

  it('has its series only, and one that stands for all countries', async () => {
    const values = 'values { year value }';
    const { indicator: all } = await areasOf(series('', values));
    const { indicator: one } = await areasOf(series(', area: "KGZ"', values));
    expect(one.series).toEqual([all.series.find(({ area }: { area: string }) => area === 'KGZ')]);
    const regional = '{ indicator(code: "A7.2", lang: en, area: "KGZ") { series { area } } }';
    expect(await areasOf(regional)).toEqual({ indicator: { series: [{ area: 'CA4' }] } });
  });

  it('has its cells of the scorecard and of a law', async () => {
    const cells = 'rows { action { code } cells { area level { percent } } }';
    const { scorecard: all } = await areasOf(`{ scorecard(lang: en) { ${cells} } }`);
    const { scorecard: one } = await areasOf(`{ scorecard(lang: en, area: "KGZ") { ${cells} } }`);
    interface Row {
      cells: { area: string }[];
    }
    expect(one.rows).toEqual(
      all.rows.map((row: Row) => {
        return { ...row, cells: row.cells.filter(({ area }) => ['KGZ', 'CA4'].includes(area)) };
      }),
    );
    const law = '{ indicator(code: "A2.1", lang: en, area: "KGZ") { law { levels { area } } } }';
    expect((await areasOf(law)).indicator.law.levels).toEqual([{ area: 'KGZ' }]);
  });

  it.each(['XXX', 'CA4'])('is not there by the code %s', async (area) => {
    const query = `{ indicator(code: "A4.2", lang: en, area: "${area}") { series { area } } scorecard(lang: en, area: "${area}") { year } }`;
    expect(await areasOf(query)).toEqual({ indicator: null, scorecard: null });
  });
});
