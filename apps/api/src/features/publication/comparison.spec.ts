import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';

interface Point {
  year: number;
  value: string | null;
  progress: string | null;
}
interface Answer {
  choices: { code: string; action: string | null; known: number }[];
  indicators: {
    indicator: { code: string };
    role: string;
    series: {
      cell: { area: string; progress: string | null; latestYear: number | null; status: string };
      points: Point[];
      target: { baselineYear: number | null } | null;
    }[];
  }[];
}
interface Page {
  related: { action: string; indicator: string; role: string }[];
  series: {
    area: string;
    values: { year: number; progress: string | null; sinceOn: string }[];
    breakdowns: { progress: string | null }[];
  }[];
}
interface Parted {
  parts: { code: string; name: { lang: string; text: string } }[];
  related: {
    indicator: string;
    kind: string;
    unit: string;
    decimals: number;
    latest: { area: string; year: number; value: string }[];
  }[];
}
interface ActionAnswer {
  indicators: {
    indicator: { code: string };
    series: { cell: { area: string; expectedShare: string | null } }[];
  }[];
}
const QUERY = `query ($indicators: [ID!]!, $release: ID) { compare(indicators: $indicators, lang: en, release: $release) {
  choices { code action known }
  indicators { indicator { code } role series { cell { area progress latestYear status } points { year value progress } target { baselineYear } } } } }`;

describe('a comparison within a release', () => {
  let database: TestDatabase;
  let test: TestApp;
  beforeAll(async () => {
    database = await startTestDatabase('demo');
    test = await startTestApp({ seed: 'demo', database });
  }, 120_000);
  afterAll(() => test.stop());

  /** A process caches what it reads of a release, so after the change a new one is started. */
  async function changeReleased(...statements: string[]): Promise<void> {
    for (const sql of statements) await test.em().execute(sql);
    await test.app.close();
    test = await startTestApp({ seed: 'demo', database: { ...database, seeded: true } });
  }

  async function compare(indicators: string[], release?: string): Promise<Answer | null> {
    const { data, errors } = await test.publicQuery(QUERY, { indicators, release });
    expect(errors).toBeUndefined();
    return (data as { compare: Answer | null }).compare;
  }
  const codes = (answer: Answer | null) =>
    answer?.indicators.map(({ indicator }) => indicator.code);

  it('holds what was asked for in that order, at most four, without what the release does not have', async () => {
    expect(codes(await compare(['F1.1', 'NONE', "A5' \u0000", 'A4.2', 'F1.1']))).toEqual([
      'F1.1',
      'A4.2',
    ]);
    expect(codes(await compare(['A1.2', 'A1.3', 'A1.4', 'A1.5', 'A1.6']))).toHaveLength(4);
    expect(await compare(['A4.2'], '1999.1')).toBeNull();
  });

  it('begins with what most countries report, never with context', async () => {
    const first = await compare([]);
    expect(first?.indicators.map(({ role }) => role)).toEqual([
      expect.not.stringMatching('CONTEXT'),
      expect.not.stringMatching('CONTEXT'),
    ]);
    const known = new Map(first?.choices.map((choice) => [choice.code, choice.known]));
    expect(codes(first)?.map((code) => known.get(code))).toEqual([4, 4]);
  });

  it('says of the latest year what the assessment says, and of the baseline that the way begins there', async () => {
    const all = (await compare([]))?.choices.map(({ code }) => code) ?? [];
    let judged = 0;
    for (let i = 0; i < all.length; i += 4)
      for (const { series } of (await compare(all.slice(i, i + 4)))?.indicators ?? [])
        for (const { cell, points, target } of series) {
          const at = (year: number | null | undefined) =>
            points.find((point) => point.year === year)?.progress ?? null;
          if (cell.progress !== null) {
            judged += 1;
            expect(at(cell.latestYear)).toBe(cell.progress);
          }
          if (cell.status === 'SUPPRESSED' || target === null)
            expect(points.filter(({ progress }) => progress !== null)).toEqual([]);
        }
    expect(judged).toBeGreaterThan(0);
    const [child] = (await compare(['A4.2']))?.indicators ?? [];
    const kyrgyzstan = child?.series.find(({ cell }) => cell.area === 'KGZ');
    expect(kyrgyzstan?.target?.baselineYear).toBe(2018);
    expect(kyrgyzstan?.points.find(({ year }) => year === 2018)?.progress).toBe('0');
  });

  it('says the same shares on the page of an indicator, beside the others of its actions', async () => {
    const { data, errors } = await test.publicQuery(
      `{ indicator(code: "A4.2", lang: en) { related { action indicator role }
          series { area values { year progress sinceOn } breakdowns { progress } } } }`,
    );
    expect(errors).toBeUndefined();
    const page = (data as { indicator: Page }).indicator;
    const [child] = (await compare(['A4.2']))?.indicators ?? [];
    for (const { area, values, breakdowns } of page.series) {
      const compared = child?.series.find(({ cell }) => cell.area === area)?.points;
      expect(values.map(({ progress }) => progress)).toEqual(
        compared?.map(({ progress }) => progress),
      );
      expect(breakdowns.filter(({ progress }) => progress !== null)).toEqual([]);
    }
    const kyrgyzstan = page.series.find(({ area }) => area === 'KGZ')?.values;
    expect(kyrgyzstan?.filter(({ progress }) => progress !== null)).toHaveLength(2);
    expect(kyrgyzstan?.every(({ sinceOn }) => /^\d{4}-\d\d-\d\d$/.test(sinceOn))).toBe(true);
    expect(page.related).toContainEqual({ action: 'A4', indicator: 'A4.3', role: 'SUPPORTING' });
    expect(page.related.map(({ indicator }) => indicator)).not.toContain('A4.2');
  });

  it('the page of an indicator names the parts of its breakdowns, and what is known of the indicators beside it', async () => {
    const { data, errors } = await test.publicQuery(
      `{ indicator(code: "A4.2", lang: ru) { parts { code name { lang text } } related { indicator kind unit decimals latest { area year value } } } }`,
      {},
    );
    expect(errors).toBeUndefined();
    const page = (data as { indicator: Parted }).indicator;
    expect(page.parts).toContainEqual({
      code: 'KG-J',
      name: { lang: 'ru', text: 'Джалал-Абадская область' },
    });
    expect(page.parts.map(({ code }) => code)).toContain('EDU_2');
    const beside = page.related.find(({ indicator }) => indicator === 'A4.3');
    expect(beside).toMatchObject({ kind: 'NUMERIC', unit: 'PT', decimals: 1 });
    expect(beside?.latest.map(({ area }) => area)).toEqual(['KAZ', 'KGZ', 'TJK', 'UZB']);
    expect(page.related.find(({ indicator }) => indicator === 'A4.5')?.latest).toEqual([]);
  });

  it('says on the page of an action what was due by the latest value, also in an earlier year', async () => {
    const asked = `query ($year: Int) { action(code: "A4", lang: en, year: $year) {
      indicators { indicator { code } series { cell { area latestYear expectedShare expectedValue } } } } }`;
    const marriageIn = async (year: number | null) => {
      const { data } = await test.publicQuery(asked, { year });
      const { indicators } = (data as { action: ActionAnswer }).action;
      const child = indicators.find(({ indicator }) => indicator.code === 'A4.2');
      return child?.series.find(({ cell }) => cell.area === 'KGZ')?.cell;
    };
    const due = { area: 'KGZ', latestYear: 2023, expectedShare: '0.4167', expectedValue: '7.525' };
    expect(await marriageIn(null)).toEqual(due);
    expect(await marriageIn(2023)).toEqual(due);
    // in the baseline year nothing is due yet
    expect(await marriageIn(2022)).toMatchObject({ expectedShare: null });
  });

  it('has one series where the four countries have one value', async () => {
    const [endorsed] = (await compare(['A7.2']))?.indicators ?? [];
    expect(endorsed?.series.map(({ cell }) => cell.area)).toEqual(['CA4']);
  });

  it('offers no law, which is a matrix and has no series', async () => {
    const answer = await compare(['A2.1', 'A4.2']);
    expect(codes(answer)).toEqual(['A4.2']);
    expect(answer?.choices.map(({ code }) => code)).not.toContain('A2.1');
  });

  it('computes no earlier share from a figure that rests on media reports, as no status is', async () => {
    const atBaseline = async () => {
      const [child] = (await compare(['A4.2']))?.indicators ?? [];
      const points = child?.series.find(({ cell }) => cell.area === 'KGZ')?.points;
      const { data } = await test.publicQuery(
        '{ indicator(code: "A4.2", lang: en) { series { area values { year progress } } } }',
      );
      const page = (data as { indicator: Page }).indicator;
      return [points, page.series.find(({ area }) => area === 'KGZ')?.values].map(
        (all) => all?.find(({ year }) => year === 2018)?.progress,
      );
    };
    const before = await atBaseline();
    await changeReleased(
      'alter table publication.source disable trigger user',
      `update publication.source set kind = 'MEDIA' where id in (select source from publication.value
         where indicator = 'A4.2' and area = 'KGZ' and year = 2018)`,
      'alter table publication.source enable trigger user',
    );
    expect([before, await atBaseline()]).toEqual([
      ['0', '0'],
      [null, null],
    ]);
  });

  it('and the page of a country give an indicator its strongest role, whichever action names it first', async () => {
    await changeReleased(
      'alter table publication.action_indicator disable trigger user',
      `insert into publication.action_indicator (action, indicator, role, position, weight, from_release, until_release)
         select 'A1', indicator, 'CONTEXT', 99, weight, from_release, until_release
         from publication.action_indicator where action = 'A4' and indicator = 'A4.2'`,
      'alter table publication.action_indicator enable trigger user',
    );
    const { data } = await test.publicQuery<{
      country: { indicators: { indicator: { code: string }; role: string; actions: string[] }[] };
    }>('{ country(iso3: "KGZ", lang: en) { indicators { indicator { code } role actions } } }');
    const shared = data?.country.indicators.find(({ indicator }) => indicator.code === 'A4.2');
    expect([shared?.actions, shared?.role]).toEqual([['A1', 'A4'], 'SUPPORTING']);
    expect((await compare(['A4.2']))?.indicators[0]?.role).toBe('SUPPORTING');
  });
});
