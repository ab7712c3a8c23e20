import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STATUS_OF_REASON, type MissingReason } from '@qadam/domain';
import { assessmentsOf, readYearFacts } from '../../features/publication/year-view.ts';
import type { AreaRow } from '../../features/publication/public-rows.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { loadDemonstration } from './demonstration.ts';

const TABLES = `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname in ('work', 'publication') order by 1`;

describe('the demonstration', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ seed: 'demo' });
  }, 60_000);
  afterAll(() => test.stop());

  it('is the same when it is loaded again: no row more, none changed', async () => {
    const before = await fingerprint(test);
    await loadDemonstration(test.orm);
    expect(await fingerprint(test)).toEqual(before);
  });

  it('publishes two releases by the product’s own code', async () => {
    const releases = await test
      .em()
      .execute<{ number: string }[]>('select number from publication.release order by sequence');
    expect(releases.map(({ number }) => number)).toEqual(['2026.1', '2026.2']);
  });

  it('keeps its samples out of every release', async () => {
    const [samples] = await test
      .em()
      .execute<{ count: number }[]>(
        'select count(*)::int as count from work.observation where sample',
      );
    expect(samples?.count).toBeGreaterThan(0);
    const published = await test
      .em()
      .execute(
        `select 1 from publication.value v join work.observation o using (indicator, area, year, sex, age, urbanisation, region, breakdown) where o.sample`,
      );
    expect(published).toEqual([]);
  });

  it('says of every value why there is none in one way: the template that is filled with it comes back the same', async () => {
    const told = await test
      .em()
      .execute<{ reason: MissingReason; status: string }[]>(
        'select distinct missing_reason as reason, obs_status as status from work.revision where missing_reason is not null',
      );
    expect(told.length).toBeGreaterThan(0);
    for (const { reason, status } of told)
      expect([reason, status]).toEqual([reason, STATUS_OF_REASON[reason]]);
  });

  it('says of every published figure that it comes from a named source and has no approver', async () => {
    const rows = await test
      .em()
      .execute(
        `select 1 from publication.value where obs_status <> 'Q' and (via <> 'SOURCE_IMPORT' or source is null or approved_on is not null)`,
      );
    expect(rows).toEqual([]);
  });

  it('judges no indicator that is context wherever it stands, though it shows its figures', async () => {
    const answer = await test.publicQuery(
      `{ indicator(code: "A1.6", lang: en) { actions { role } series { values { value } assessment { status } } } }`,
    );
    const { actions, series } = answer.data.indicator;
    expect(actions).toEqual([{ role: 'CONTEXT' }]);
    const statuses = series.map(
      ({ assessment }: { assessment: { status: string } }) => assessment.status,
    );
    expect(new Set(statuses)).toEqual(new Set(['NOT_APPLICABLE']));
    expect(series.flatMap(({ values }: { values: unknown[] }) => values)).not.toEqual([]);
  });

  it.each([
    [1, 2022],
    [2, 2025],
  ])(
    'judges release %i again from what it published, and comes to the same in every cell',
    async (release, asOf) => {
      const em = test.em();
      const areas = await em.execute<AreaRow[]>(
        `select code, kind, iso2, names from publication.area where from_release <= ? and (until_release is null or until_release > ?) order by position`,
        [release, release],
      );
      const stored = await em.execute<StoredRow[]>(
        `select kind, subject, area, word, trim_scale(level)::text as level, trim_scale(low)::text as low, trim_scale(high)::text as high,
           known, total, movement, trim_scale(points)::text as points, status, trim_scale(progress)::text as progress, trim_scale(pace)::text as pace,
           latest_year as "latestYear", trim_scale(latest_value)::text as "latestValue", detail->'percent' as percent, detail->'elements' as elements
         from publication.assessment where from_release <= ? and (until_release is null or until_release > ?)`,
        [release, release],
      );
      const judged = await assessmentsOf(await readYearFacts(em, release), areas, asOf);
      const again = judged.map(({ detail, ...row }) => ({
        ...row,
        percent: detail['percent'] ?? null,
        elements: detail['elements'] ?? null,
      }));
      const key = (row: StoredRow) => `${row.kind} ${row.subject} ${row.area}`;
      const sorted = (rows: StoredRow[]) => rows.toSorted((a, b) => key(a).localeCompare(key(b)));
      expect(stored.length).toBeGreaterThan(200);
      expect(sorted(again)).toEqual(sorted(stored));
    },
  );

  it('tells an earlier year with the figures up to it, compared with the year before, in few statements', async () => {
    const ask = (year: number | null) =>
      test.publicQuery(
        `query ($year: Int) { scorecard(lang: en, year: $year) { year firstYear rows { action { code } cells { area level { percent } change { class }
           fact { indicator stage since year } } } } }`,
        { year },
      );
    const read = async (year: number | null) => (await ask(year)).data.scorecard as Told;
    const now = await read(null);
    expect(now.year).toBe(2025);
    expect(await read(2030)).toEqual(now);
    const then = await read(2021);
    expect(then.year).toBe(2021);
    const facts = then.rows.flatMap(({ cells }) => cells.flatMap(({ fact }) => fact ?? []));
    expect(
      facts.every(
        ({ since, year }) => Number((since ?? '0').slice(0, 4)) <= 2021 && (year ?? 0) <= 2021,
      ),
    ).toBe(true);
    const cell = (told: Told) =>
      told.rows
        .find(({ action }) => action.code === 'A1')
        ?.cells.find(({ area }) => area === 'UZB');
    expect(cell(await read(2020))?.level.percent).not.toBe(cell(then)?.level.percent);
    expect(cell(then)?.change?.class).toMatch(/FORWARD|NEWLY_KNOWN/);
    expect(await test.statements(() => ask(2023))).toBeLessThanOrEqual(10);
  });
});

interface StoredRow {
  kind: string;
  subject: string;
  area: string;
  [column: string]: unknown;
}

interface Told {
  year: number;
  firstYear: number;
  rows: {
    action: { code: string };
    cells: {
      area: string;
      level: { percent: number | null };
      change: { class: string } | null;
      fact: {
        indicator: string;
        stage: number | null;
        since: string | null;
        year: number | null;
      } | null;
    }[];
  }[];
}
async function fingerprint({ em }: TestApp): Promise<Record<string, string>> {
  const result: Record<string, string> = {};
  for (const { name } of await em().execute<{ name: string }[]>(TABLES)) {
    const [row] = await em().execute<{ text: string }[]>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as text from ${name} t`,
    );
    result[name] = row?.text ?? '';
  }
  return result;
}
