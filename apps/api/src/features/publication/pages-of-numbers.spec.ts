import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { preparationOf } from '../../database/prepared.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { statementsOf } from '../../testing/statements-of.ts';

const MORE = 260;
const PATTERN = 'A4.2';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
  await grow();
}, 120_000);
afterAll(() => test.stop());

/** A release for this spec: an action with many supporting indicators, of which only the last has a figure. */
async function grow(): Promise<void> {
  const run = (statement: string) => test.em().execute(statement);
  const more = `generate_series(1, ${MORE}) n`;
  await run(`insert into publication.release select (jsonb_populate_record(r, '{"sequence": 3, "number": "2026.3"}')).*
    from publication.release r where sequence = 2`);
  await run(`insert into publication.action select (jsonb_populate_record(a, '{"code": "A11", "position": 99, "from_release": 3}')).*
    from publication.action a where code = 'A4' and until_release is null`);
  await run(`insert into publication.assessment select (jsonb_populate_record(a, '{"subject": "A11", "from_release": 3}')).*
    from publication.assessment a where kind = 'ACTION' and subject = 'A4' and until_release is null`);
  await run(`insert into publication.indicator select (jsonb_populate_record(i, jsonb_build_object(
      'code', 'W' || n, 'position', 1000 + n, 'from_release', 3))).*
    from publication.indicator i, ${more} where i.code = '${PATTERN}' and until_release is null`);
  await run(`insert into publication.action_indicator select (jsonb_populate_record(l, jsonb_build_object(
      'action', 'A11', 'indicator', 'W' || n, 'role', 'SUPPORTING', 'position', n, 'from_release', 3))).*
    from publication.action_indicator l, ${more} where l.action = 'A4' and l.indicator = '${PATTERN}'`);
  await run(`insert into publication.value (indicator, area, year, sex, age, urbanisation, region, breakdown, value, obs_status, from_release)
    values ('W${MORE}', 'KGZ', 2024, '_T', '_T', '_T', '_T', '_T', 42, 'A', 3)`);
  await run(`insert into publication.assessment select (jsonb_populate_record(a, jsonb_build_object('subject', 'W${MORE}', 'from_release', 3,
      'latest_year', 2024, 'latest_value', 42))).*
    from publication.assessment a where kind = 'INDICATOR' and subject = '${PATTERN}' and area = 'KGZ' and until_release is null`);
  await run('select publication.tally_values(3)');
}

interface Numbered {
  page: number;
  pages: number;
  otherCount: number;
  indicatorCount?: number;
  knownCount?: number;
  indicators: {
    role: string;
    indicator: { code: string };
    series?: { cell: { latestYear: number | null; status: string | null } };
  }[];
}

async function ask<T>(query: string): Promise<T> {
  const { data, errors } = await test.publicQuery<{ answer: T }>(query);
  expect(errors).toBeUndefined();
  return data?.answer as T;
}
const PAGES = 'page pages otherCount indicators { role indicator { code }';
const action = (page: number) =>
  ask<Numbered | null>(`{ answer: action(code: "A11", lang: en, page: ${page}) { ${PAGES} } } }`);
const country = (args = '') =>
  ask<Numbered | null>(
    `{ answer: country(iso3: "KGZ", lang: en${args}) { indicatorCount knownCount ${PAGES} series { cell { latestYear status } } } } }`,
  );
const codes = (of: Numbered | null, isWanted: (one: { role: string }) => boolean = () => true) =>
  (of?.indicators ?? []).filter(isWanted).map(({ indicator }) => indicator.code);

/** All pages, read until one is null. */
async function all(read: (page: number) => Promise<Numbered | null>): Promise<Numbered[]> {
  const found: Numbered[] = [];
  for (;;) {
    const next = await read(found.length + 1);
    if (next === null) return found;
    found.push(next);
  }
}

describe('the numbers of a page that has many', () => {
  it('come page by page in an action, each once, and no page is long', async () => {
    const pages = await all(action);
    expect(pages.map(({ page, pages: of }) => `${page}/${of}`)).toEqual(
      pages.map((_, at) => `${at + 1}/${pages.length}`),
    );
    expect(pages.flatMap((one) => codes(one))).toEqual(
      Array.from({ length: MORE }, (_, at) => `W${at + 1}`),
    );
    expect(pages[0]).toMatchObject({ otherCount: MORE });
    expect(Math.max(...pages.map(({ indicators }) => indicators.length))).toBeLessThanOrEqual(50);
  });

  it('stand in a country beside the headline ones, which are on every page', async () => {
    const pages = await all((page) => country(`, page: ${page}`));
    const headline = ({ role }: { role: string }) => role === 'HEADLINE';
    const others = pages.flatMap((one) => codes(one, (link) => !headline(link)));
    expect(pages.length).toBeGreaterThan(2);
    expect(new Set(pages.map((one) => codes(one, headline).join())).size).toBe(1);
    expect(codes(pages[0] ?? null, headline).length).toBeGreaterThan(0);
    expect(new Set(others).size).toBe(others.length);
    expect(pages[0]?.otherCount).toBe(others.length);
    expect(pages[0]?.indicatorCount).toBe(others.length + codes(pages[0] ?? null, headline).length);
  });

  it.each([
    ['of the release', ''],
    ['of an earlier year', ', year: 2024'],
  ])(
    'are counted on every page as all pages together tell them, as of the year %s',
    async (_, year) => {
      const pages = await all((page) => country(`${year}, page: ${page}`));
      const known = new Set(
        pages.flatMap(({ indicators }) =>
          indicators
            .filter(
              ({ series }) =>
                series?.cell.latestYear != null || series?.cell.status === 'SUPPRESSED',
            )
            .map(({ indicator }) => indicator.code),
        ),
      );
      expect(known.size).toBeGreaterThan(10);
      expect(pages.map(({ knownCount }) => knownCount)).toEqual(pages.map(() => known.size));
    },
  );

  it('are counted up to the year that the page shows, also where an earlier one is asked for', async () => {
    const { firstYear } = await ask<{ firstYear: number }>(
      '{ answer: country(iso3: "KGZ", lang: en) { firstYear } }',
    );
    const [first, before] = [await country(`, year: ${firstYear}`), await country(', year: 1990')];
    expect(before).toEqual(first);
  });

  it('are counted by a statement that is planned for how many there are', async () => {
    const sent = await statementsOf(() => country(''));
    const counting = sent.filter((sql) => sql.includes('as "judged"'));
    expect(counting.map((sql) => preparationOf(sql)?.planning)).toEqual(['BY_VALUES']);
  });

  it('tell the one line of the action from a number that stands on its last page', async () => {
    const FACT = 'fact { indicator value year }';
    const told = { indicator: `W${MORE}`, value: '42', year: 2024 };
    const { cells } = await ask<{ cells: { area: string; fact: object | null }[] }>(
      `{ answer: action(code: "A11", lang: en) { cells { area ${FACT} } } }`,
    );
    expect(cells.find(({ area }) => area === 'KGZ')?.fact).toEqual(told);
    expect(cells.find(({ area }) => area === 'KAZ')?.fact).toBeNull();
    const { actions } = await ask<{ actions: { action: { code: string }; cell: object }[] }>(
      `{ answer: country(iso3: "KGZ", lang: en) { actions { action { code } cell { ${FACT} } } } }`,
    );
    expect(actions.find((one) => one.action.code === 'A11')?.cell).toEqual({ fact: told });
    const { rows } = await ask<{ rows: { action: { code: string }; cells: object[] }[] }>(
      `{ answer: scorecard(lang: en, area: "KGZ") { rows { action { code } cells { ${FACT} } } } }`,
    );
    expect(rows.find((one) => one.action.code === 'A11')?.cells).toEqual([{ fact: told }]);
  });

  it('have no page before the first', async () => {
    expect(await action(0)).toBeNull();
    expect(await country(', page: 0')).toBeNull();
  });
});

describe('the data quality of a release of several pages', () => {
  interface Quality {
    counts: { count: number }[];
    cells: { indicator: string; year: number }[];
  }
  const quality = (page: number) =>
    ask<Quality | null>(
      `{ answer: dataQuality(lang: en, page: ${page}) { counts { count } cells { indicator year } } }`,
    );

  it('is read and judged a page at a time, and counted over all of them', async () => {
    const pages: (Quality | null)[] = [];
    const take = () =>
      test.statements(async () => {
        pages.push(await quality(pages.length + 1));
      });
    // The first page: the release, its hidden cells, what all pages share, the totals (no hits were kept with this release), and the cells of each
    // page.
    expect(await take()).toBe(4 + 4);
    expect([await take(), await take(), await take()]).toEqual([2, 2, 2]);
    const cells = pages.flatMap((page) => page?.cells ?? []);
    for (const page of pages)
      expect(page?.counts.reduce((sum, { count }) => sum + count, 0)).toBe(cells.length);
    expect(cells).toContainEqual({ indicator: `W${MORE}`, year: 2024 });
    expect(await quality(5)).toBeNull();
  });
});
