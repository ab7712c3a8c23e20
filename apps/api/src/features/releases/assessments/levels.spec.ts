import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportFigures, type Figure } from '../../../testing/approved-figures.ts';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';
import { ReleasesService } from '../releases.service.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'framework' });
}, 60_000);
afterAll(() => test.stop());

const stage = (
  part: string,
  year: number,
  value: string | null,
  more: Partial<Figure> = {},
): Figure => ({
  indicator: 'A2.1',
  area: 'KGZ',
  year,
  breakdown: `A2.1-${part}`,
  value,
  factDate: String(year),
  basis: 'OFFICIAL',
  ...more,
});
async function publish(figures: readonly Figure[]): Promise<void> {
  await reportFigures(test.em(), figures);
  const releases = new ReleasesService(test.em());
  const asked = { asOfYear: 2025, annual: false, note: { en: 'A release.' } };
  expect(await releases.publishUnattended(asked)).toMatchObject({ problems: [] });
}

const QUERY = `{ indicator(code: "A2.1", lang: en) { series { area }
  law { elements { code } cells { element area stage since lastDate basis provision year } levels { area level { word percent low high known total movement flags reason } } } }
  scorecard(lang: en) { rows { action { code } cells { area level { word percent } change { class points } fact { indicator inForce parts stage value } } } } }`;
async function told() {
  const { data, errors } = await test.publicQuery(QUERY);
  expect(errors).toBeUndefined();
  const here = ({ area }: { area: string }) => area === 'KGZ';
  const { law, series } = data.indicator;
  const row = data.scorecard.rows.find(
    ({ action }: { action: { code: string } }) => action.code === 'A2',
  );
  return {
    series,
    total: law.elements.length as number,
    cells: law.cells.filter(here),
    level: law.levels.find(here).level,
    action: row.cells.find(here),
  };
}

describe('the level of a law in a release', () => {
  it('is made of what is known of its elements, and what only the press says counts and is marked', async () => {
    await publish([
      stage('DEF', 2019, '4', { provision: 'Art. 1' }),
      stage('CODE', 2024, '2', { basis: 'MEDIA' }),
    ]);
    const { series, total, cells, level, action } = await told();
    expect(series).toEqual([]);
    expect(cells).toEqual([
      {
        element: 'A2.1-DEF',
        area: 'KGZ',
        stage: 4,
        since: '2019',
        lastDate: '2019',
        basis: 'OFFICIAL',
        provision: 'Art. 1',
        year: 2019,
      },
      {
        element: 'A2.1-CODE',
        area: 'KGZ',
        stage: 2,
        since: '2024',
        lastDate: '2024',
        basis: 'MEDIA',
        provision: null,
        year: 2024,
      },
    ]);
    expect(level).toMatchObject({
      percent: 60,
      known: 2,
      total,
      movement: 'FORWARD',
      flags: ['MEDIA'],
    });
    expect(action).toMatchObject({
      level: { percent: 60 },
      change: null,
      fact: { inForce: 1, parts: total },
    });
  });

  it('moves only by what both releases know, and a new fact is newly known', async () => {
    await publish([stage('QPQ', 2025, '0')]);
    expect((await told()).action.change).toEqual({ class: 'NEWLY_KNOWN', points: '0' });
    await publish([stage('DEF', 2025, '5')]);
    expect((await told()).action.change).toMatchObject({ class: 'FORWARD' });
  });

  it('does not know an element that is no longer proven, or that its ministry suppressed', async () => {
    await publish([
      stage('CODE', 2025, null, { missingReason: 'NOT_COLLECTED', obsStatus: 'M' }),
      stage('QPQ', 2025, null, {
        missingReason: 'SUPPRESSED',
        obsStatus: 'Q',
        reason: 'CORRECTION',
      }),
    ]);
    const { cells, level, action } = await told();
    expect(level).toMatchObject({ known: 1, percent: 100 });
    const stages = cells.map(
      ({ element, stage: at }: { element: string; stage: number | null }) => [element, at],
    );
    expect(stages).toEqual([
      ['A2.1-DEF', 5],
      ['A2.1-CODE', null],
      ['A2.1-QPQ', null],
    ]);
    expect(action.change).toMatchObject({ class: 'NO_LONGER_KNOWN' });
    const [hidden] = await test.em().execute<object[]>(
      `select value, fact_date, basis, provision from publication.value
       where breakdown = 'A2.1-QPQ' and until_release is null and year = 2025`,
    );
    expect(hidden).toEqual({ value: null, fact_date: null, basis: null, provision: null });
  });
});

it('shows a number that rests on the press, and makes no level or pace of it', async () => {
  const [press] = await test
    .em()
    .execute<{ id: string }[]>(
      `select id from work.source where kind = 'MEDIA' order by id limit 1`,
    );
  await publish([
    { indicator: 'F1.1', area: 'UZB', year: 2024, value: '40', source: String(press?.id) },
  ]);
  const { data } = await test.publicQuery(
    `{ indicator(code: "F1.1", lang: en) { series { area values { value } assessment { status level { word reason } } } } }`,
  );
  const here = data.indicator.series.find(({ area }: { area: string }) => area === 'UZB');
  expect(here.values).toEqual([{ value: '40' }]);
  expect(here.assessment.level).toEqual({ word: 'NOT_KNOWN', reason: 'NO_DATA' });
});

it('compares a share with its own whole if its counts were reported, else in percent', async () => {
  const shelters = { indicator: 'F2.2', year: 2024 };
  await publish([
    { ...shelters, area: 'KAZ', value: '100', numerator: '120', denominator: '120' },
    { ...shelters, area: 'KGZ', value: '55.6', numerator: '5', denominator: '9' },
    { ...shelters, area: 'TJK', value: '55.6' },
  ]);
  const { data, errors } = await test.publicQuery(
    `{ indicator(code: "F2.2", lang: en) { series { area assessment { benchmarkGaps {
      needed reported shortBy met inPercent population reason } } } } }`,
  );
  expect(errors).toBeUndefined();
  const gapOf = (area: string) =>
    data.indicator.series.find((one: { area: string }) => one.area === area).assessment
      .benchmarkGaps;
  const told = { population: null, reason: null };
  expect(gapOf('KAZ')).toEqual([
    { ...told, needed: '120', reported: '120', shortBy: '0', met: true, inPercent: false },
  ]);
  expect(gapOf('KGZ')).toEqual([
    { ...told, needed: '9', reported: '5', shortBy: '4', met: false, inPercent: false },
  ]);
  expect(gapOf('TJK')).toEqual([
    { ...told, needed: '100', reported: '55.6', shortBy: '44.4', met: false, inPercent: true },
  ]);
});
