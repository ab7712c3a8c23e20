// What a reader could still compute from everything that is shown, table by table. Each of these cases was possible once.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { db } from '../../../database/db.ts';
import { reportFigures } from '../../../testing/approved-figures.ts';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';
import { serverWork } from '../../../testing/server-work.ts';
import { ReleasesService } from '../releases.service.ts';
import { faceOf } from './cell-key.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
});
afterAll(() => test.stop());

const release = () =>
  serverWork(test, ReleasesService).publishUnattended({
    asOfYear: 2025,
    annual: false,
    note: { en: 'A release.' },
  });
const publish = async () => expect(await release()).toMatchObject({ problems: [] });

/** The keys AREA|SEX|AGE|REGION|BREAKDOWN of the figures that are shown. */
async function shown(indicator: string, year: number): Promise<string[]> {
  const rows = await test.em().execute<{ key: string }[]>(
    `select concat_ws('|', area, sex, age, region, breakdown) as key from publication.value
     where indicator = ? and year = ? and value is not null and until_release is null order by 1`,
    [indicator, year],
  );
  return rows.map(({ key }) => key);
}

const countries = (indicator: string, year: number, values: Record<string, string>) =>
  Object.entries(values).map(([area, value]) => ({ indicator, area, year, value }));
const GROUP = 'CA4|_T|_T|_T|_T';

describe('a regional total', () => {
  it('is left out beside a country that has not reported: 253 − 250 is the third', async () => {
    const values = { KAZ: '210', KGZ: '3', TJK: '40', CA4: '253' };
    await reportFigures(test.em(), countries('A5.6', 2005, values));
    await publish();
    expect(await shown('A5.6', 2005)).not.toContain(GROUP);
  });

  it('is left out with what another source says of it', async () => {
    await reportFigures(
      test.em(),
      countries('A5.6', 2004, { KAZ: '210', KGZ: '3', TJK: '40', CA4: '253' }),
    );
    await test.em().execute(
      `insert into work.alternative (indicator, area, year, source, value, note, chosen)
       select 'A5.6', 'CA4', 2004, id, 253, '{}', '{}' from work.source order by id limit 1`,
    );
    await publish();
    const rows = await test
      .em()
      .execute<object[]>(
        `select 1 from publication.alternative where indicator = 'A5.6' and area = 'CA4' and year = 2004`,
      );
    expect(rows).toEqual([]);
  });

  it('is left out where it does not add up', async () => {
    const values = { KAZ: '210', KGZ: '3', TJK: '40', UZB: '120', CA4: '374' };
    await reportFigures(test.em(), countries('A5.6', 2006, values));
    await publish();
    expect(await shown('A5.6', 2006)).not.toContain(GROUP);
  });

  it('of whatever indicator is hidden beside a country that suppressed its own', async () => {
    await reportFigures(test.em(), [
      ...countries('A5.8', 2016, { KAZ: '210', TJK: '40', UZB: '120', CA4: '373' }),
      {
        indicator: 'A5.8',
        area: 'KGZ',
        year: 2016,
        missingReason: 'SUPPRESSED',
        obsStatus: 'Q',
      },
    ]);
    await publish();
    expect(await shown('A5.8', 2016)).toEqual(
      ['KAZ', 'TJK', 'UZB'].map((area) => `${area}|_T|_T|_T|_T`),
    );
  });
});

it('what a release says it withholds, it does not show', async () => {
  const rows = await db(test.em())
    .selectFrom('publication.withheld as w')
    .innerJoin('publication.value as v', (join) =>
      join
        .onRef('v.indicator', '=', 'w.indicator')
        .onRef('v.area', '=', 'w.area')
        .onRef('v.year', '=', 'w.year'),
    )
    .selectAll('w')
    .whereRef('w.face', '=', faceOf('v'))
    .where('v.value', 'is not', null)
    .where(
      sql<boolean>`v.from_release < coalesce(w.until_release, v.from_release + 1)
        and w.from_release < coalesce(v.until_release, w.from_release + 1)`,
    )
    .execute();
  const [faces] = await test
    .em()
    .execute<{ count: number }[]>('select count(*)::int as count from publication.withheld');
  expect(rows).toEqual([]);
  expect(faces?.count).toBeGreaterThan(1);
});

it('of parts, none is shown where the ministry suppressed one of them', async () => {
  const at = { indicator: 'A5.8', area: 'KAZ', year: 2015 };
  await reportFigures(test.em(), [
    { ...at, value: '210' },
    { ...at, sex: 'F', value: '207' },
    { ...at, sex: 'M', missingReason: 'SUPPRESSED', obsStatus: 'Q' },
  ]);
  await publish();
  expect(await shown('A5.8', 2015)).toEqual(['KAZ|_T|_T|_T|_T']);
});

describe('a share', () => {
  const share = (year: number, breakdown: string, numerator: number, denominator: number) => ({
    indicator: 'F2.5',
    area: 'KGZ',
    year,
    breakdown,
    value: ((100 * numerator) / denominator).toFixed(1),
    numerator: String(numerator),
    denominator: String(denominator),
  });

  it('that is hidden for its complement has a cover: 40 of 42 is all of 90 of 102 but 50 of 60', async () => {
    await reportFigures(test.em(), [
      share(2019, '_T', 90, 102),
      share(2019, 'X1', 50, 60),
      share(2019, 'X2', 40, 42),
    ]);
    await publish();
    expect(await shown('F2.5', 2019)).toEqual(['KGZ|_T|_T|_T|_T']);
  });

  it('of a breakdown that is left out as too sparse leaves its total standing', async () => {
    await reportFigures(test.em(), [
      share(2017, '_T', 76, 146),
      share(2017, 'X1', 3, 20),
      share(2017, 'X2', 2, 21),
      share(2017, 'X3', 1, 25),
      share(2017, 'X4', 70, 80),
    ]);
    await publish();
    expect(await shown('F2.5', 2017)).toEqual(['KGZ|_T|_T|_T|_T']);
  });

  it('is covered among those whom it does not count, too: nobody of 60 covers none of the 2', async () => {
    await reportFigures(test.em(), [
      share(2018, '_T', 200, 232),
      share(2018, 'X1', 60, 60),
      share(2018, 'X2', 40, 42),
      share(2018, 'X3', 100, 130),
    ]);
    await publish();
    expect(await shown('F2.5', 2018)).not.toContain('KGZ|_T|_T|_T|X2');
    expect(await shown('F2.5', 2018)).not.toContain('KGZ|_T|_T|_T|X3');
  });
});

it('a step of a cumulative series that is hidden has a cover: 193 − 150 is 43, after 40', async () => {
  await test
    .em()
    .execute(`update work.indicator set value_type = 'CUMULATIVE' where code = 'A5.10'`);
  const of = (year: number, f: number, m: number) => {
    const at = { indicator: 'A5.10', area: 'UZB', year };
    return [
      { ...at, value: String(f + m) },
      { ...at, sex: 'F', value: String(f) },
      { ...at, sex: 'M', value: String(m) },
    ];
  };
  await reportFigures(test.em(), [...of(2017, 100, 40), ...of(2018, 150, 43)]);
  await publish();
  await test.em().execute(`update work.indicator set value_type = 'FLOW' where code = 'A5.10'`);
  const later = (await shown('A5.10', 2018)).filter((key) => key.startsWith('UZB'));
  expect(later).toEqual(['UZB|_T|_T|_T|_T']);
});

it('a rate of an age group is not weighed against everybody, and no other group stands beside it', async () => {
  const at = { indicator: 'C4', area: 'TJK', year: 2025 };
  await reportFigures(test.em(), [
    { ...at, value: '0.5' },
    { ...at, age: 'Y_GE60', value: '0.75' },
    { ...at, age: 'Y18T59', value: '0.44' },
  ]);
  await publish();
  expect(await shown('C4', 2025)).toEqual(['TJK|_T|_T|_T|_T']);
});

it('a rate without its count that was hidden once stays hidden, whatever it is corrected to', async () => {
  const at = { indicator: 'C4', year: 2024 };
  await reportFigures(test.em(), [
    { ...at, area: 'KGZ', value: '0.09' },
    { ...at, area: 'UZB', value: '1.00' },
  ]);
  await publish();
  expect(await shown('C4', 2024)).toEqual(['UZB|_T|_T|_T|_T']);
  const now = { ...at, value: '1.10', reason: 'CORRECTION' };
  await reportFigures(test.em(), [
    { ...now, area: 'KGZ' },
    { ...now, area: 'UZB' },
  ]);
  await publish();
  expect(await shown('C4', 2024)).toEqual(['UZB|_T|_T|_T|_T']);
});

it('a rate that leaves its hidden count enough candidates is shown without the counts: 0 per 100,000 of 2 million', async () => {
  const round = (decimals: number) =>
    test.em().execute(`update work.indicator set decimals = ? where code = 'A2.4'`, [decimals]);
  await round(0);
  const at = { indicator: 'A2.4', area: 'TJK', year: 2010 };
  await reportFigures(test.em(), [
    { ...at, value: '0', numerator: '4', denominator: '2000000' },
    { ...at, area: 'KGZ', value: '4', numerator: '4', denominator: '100000' },
  ]);
  await publish();
  await round(2);
  const rows = await test.em().execute<object[]>(
    `select area, trim_scale(value)::text as value, numerator, denominator, obs_status as status from publication.value
     where indicator = 'A2.4' and year = 2010 and until_release is null order by area`,
  );
  const parts = { numerator: null, denominator: null };
  expect(rows).toEqual([
    { area: 'KGZ', value: null, ...parts, status: 'Q' },
    { area: 'TJK', value: '0', ...parts, status: 'A' },
  ]);
});

it('what a ministry suppressed of one indicator is not the denominator of another', async () => {
  const at = { area: 'UZB', year: 2010 };
  await reportFigures(test.em(), [
    { ...at, indicator: 'A2.4', missingReason: 'SUPPRESSED', obsStatus: 'Q' },
    { ...at, indicator: 'A2.5', value: '70.0', numerator: '14', denominator: '20' },
  ]);
  await publish();
  expect(await shown('A2.5', 2010)).toEqual([]);
});

it('a cover is not given away beside another indicator of the same count: 398 − 210 − 120 − 64 is 4', async () => {
  const link = (numeratorOf: string | null) =>
    test
      .em()
      .execute(`update work.indicator set numerator_of = ? where code = 'A5.8'`, [numeratorOf]);
  const values = { KAZ: '210', KGZ: '64', TJK: '4', UZB: '120', CA4: '398' };
  await reportFigures(test.em(), countries('A5.6', 1999, values));
  await test.em().execute(
    `insert into work.alternative (indicator, area, year, source, value, note, chosen)
     select i, 'KGZ', 1999, s.id, 64, '{}', '{}' from (select id from work.source order by id limit 1) s, unnest(array['A5.6', 'A5.8']) i`,
  );
  await test.em().execute(
    `insert into work.event (id, action, indicator, area, date, year, text, source)
     select 'EV-' || i, a.action, i, 'KGZ', '1999', 1999, '{"en": "64 orders"}', s.id
     from (select id from work.source order by id limit 1) s, unnest(array['A5.6', 'A5.8']) i join work.action_indicator a on a.indicator = i`,
  );
  await link('A5.6');
  await publish();
  await link(null);
  expect(await shown('A5.6', 1999)).toEqual(['CA4', 'KAZ', 'UZB'].map((a) => `${a}|_T|_T|_T|_T`));
  for (const name of ['alternative', 'event'])
    expect(
      await test
        .em()
        .execute(`select indicator from publication.${name} where area = 'KGZ' and year = 1999`),
    ).toEqual([]);
});

describe('whether an indicator is sensitive', () => {
  it('cannot be taken back after a release, nor its thresholds lowered', async () => {
    const headers = {
      cookie: await test.cookie('officer@demo.example'),
      'x-qadam': '1',
      'content-type': 'application/json',
    };
    const file = (await test.http({ url: '/framework.json', headers })).json<{
      indicators: { code: string }[];
    }>();
    const refusals = async (change: object) => {
      const indicators = file.indicators.map((one) =>
        one.code === 'F2.5' ? { ...one, ...change } : one,
      );
      const answer = await test.http({
        method: 'POST',
        url: '/framework?dryRun=true',
        headers,
        payload: JSON.stringify({ ...file, indicators }),
      });
      return answer
        .json<{ problems: { code: string; field: string }[] }>()
        .problems.map(({ code, field }) => `${code} ${field}`);
    };
    expect(await refusals({ sensitive: false })).toEqual(['CONTROL_STAYS_STRICT sensitive']);
    expect(await refusals({ thresholdDetailed: 12 })).toEqual([]);
    expect(await refusals({ thresholdBase: 4 })).toContain('CONTROL_STAYS_STRICT thresholdBase');
  });

  it.each([
    ['before it was marked', 2003, false],
    ['of which no record is kept', 2002, true],
  ])('counts what was printed %s as known: 60 − 57 is 3', async (_, year, sensitive) => {
    const at = { indicator: 'A5.10', area: 'UZB', year };
    const mark = (sensitive: boolean) =>
      test
        .em()
        .execute(`update work.indicator set sensitive = ? where code = 'A5.10'`, [sensitive]);
    await mark(sensitive);
    await reportFigures(test.em(), [
      { ...at, value: '70' },
      { ...at, sex: 'F', value: '57' },
      { ...at, sex: 'M', value: '13' },
    ]);
    await publish();
    await mark(true);
    await test.em().execute(`set session_replication_role = replica;
      delete from work.released_count where indicator = 'A5.10' and year = ${String(year)};
      set session_replication_role = default`);
    const reason = 'CORRECTION';
    await reportFigures(test.em(), [
      { ...at, value: '60', reason },
      { ...at, sex: 'M', value: '3', reason },
    ]);
    await publish();
    const [total] = await test.em().execute<{ value: string | null }[]>(
      `select trim_scale(value)::text as value from publication.value
       where indicator = 'A5.10' and area = 'UZB' and year = ? and sex = '_T' and until_release is null`,
      [year],
    );
    expect(total?.value).not.toBe('60');
  });
});
