import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { importRequests } from '../../testing/import-requests.ts';
import { sharedFolder } from '../../testing/shared-schemas.ts';

// The national offices' own files, as downloaded. They are kept outside the repository; without them these tests are skipped.
const found = sharedFolder('data/raw');
const described = found === undefined ? describe.skip : describe;
const folder = found ?? '';
const OFFICER = 'officer@demo.example';

const MAP = `mutation ($input: MapSeriesInput!) { mapSeries(input: $input) { problems { code } } }`;
const structured = 'sdmx-structure-specific';

described("the national offices' own files", () => {
  let api: TestApp;
  let imports: ReturnType<typeof importRequests>;

  beforeAll(async () => {
    api = await startTestApp({ seed: 'framework' });
    imports = importRequests(api);
    await api.em().execute(`insert into work.cycle (year, opens_on, due_on, closes_on)
      select year, current_date - 30, current_date + 30, current_date + 60 from unnest(array[2015, 2018, 2019, 2023]) year`);
    const codes = ['U', 'R'].map((code) => ({ code, name: {} }));
    await api
      .em()
      .execute(
        `update work.indicator set breakdowns = '{urbanisation}', table_axes = ? where code in ('A4.2', 'A4.3')`,
        [JSON.stringify([{ dimension: 'urbanisation', codes }])],
      );
    await api
      .em()
      .execute(
        `insert into work.organisation (id, code, names) values (gen_random_uuid(), 'STAT', '{}')`,
      );
    await api.em().execute(`insert into work.assignment (cycle, indicator, area, organisation)
      select c.year, i.code, a.code, o.id from work.cycle c, work.indicator i, work.area a, work.organisation o
      where o.code = 'STAT' and a.kind = 'COUNTRY' and i.scope = 'COUNTRY' and c.year in (2015, 2018, 2019, 2023)`);
  });
  afterAll(() => api.stop());

  const map = async (
    area: string,
    series: readonly [format: string, series: string, indicator: string],
    totals: Readonly<Record<string, string>> = {},
  ) => {
    const [format, name, indicator] = series;
    const about = Object.entries(totals).map(([dimension, code]) => ({ dimension, code }));
    const input = { area, format, series: name, indicator, totals: about };
    const { data } = await api.work(OFFICER, MAP, {
      input: { ...input, idempotencyKey: randomUUID() },
    });
    expect(data.mapSeries.problems).toEqual([]);
  };
  const send = async (area: string, cycle: number, fileName: string) => {
    const { body } = await imports.send(
      `reporter.${area.toLowerCase()}@demo.example`,
      readFileSync(path.join(folder, fileName)),
      { country: area, cycle: String(cycle), fileName, dryRun: false },
    );
    return body;
  };
  const values = (area: string, year: number) =>
    api.em().execute(
      `select o.indicator, o.urbanisation, trim_scale(r.value)::text as value from work.observation o
       join work.revision r on r.id = o.current_revision
       where o.area = ? and o.year = ? and '_T' = all (array[o.region, o.age, o.breakdown]) order by o.indicator, o.urbanisation collate "C"`,
      [area, year],
    );

  it('of Kyrgyzstan (SDMX 2.1, structure-specific) brings early marriage, with town and country', async () => {
    await map('KGZ', [structured, 'SP_DYN_MRBF18', 'A4.2'], { sex: 'F', age: 'Y0T18' });
    await map('KGZ', [structured, 'SP_DYN_MRBF15', 'A4.3'], { sex: 'F', age: 'Y0T15' });
    const file = 'kgz_5.3.1.sdmx21-structurespecific.xml';
    const body = await send('KGZ', 2018, file);
    expect(body).toMatchObject({ state: 'COMMITTED', summary: { errors: 0 } });
    expect(await values('KGZ', 2018)).toEqual([
      { indicator: 'A4.2', urbanisation: 'R', value: expect.any(String) },
      { indicator: 'A4.2', urbanisation: 'U', value: expect.any(String) },
      { indicator: 'A4.2', urbanisation: '_T', value: '12.9' },
      { indicator: 'A4.3', urbanisation: 'R', value: '0.1' },
      { indicator: 'A4.3', urbanisation: 'U', value: '0.6' },
      { indicator: 'A4.3', urbanisation: '_T', value: '0.3' },
    ]);
    expect((await send('KGZ', 2018, file)).summary).toMatchObject({ new: 0, changed: 0 });
    expect(await send('KGZ', 2023, file)).toMatchObject({ state: 'COMMITTED' });
  });

  it('of Tajikistan (SDMX 2.0, generic) brings what is mapped, and nothing of the thirty other series', async () => {
    // none of its series is one of our indicators: mapping any percentage shows that the file is read
    await map('TJK', ['sdmx-generic', 'SH_STA_WAST', 'C5']);
    const body = await send('TJK', 2019, 'tjk_tajstat_2021.sdmx20-generic.xml');
    expect(body).toMatchObject({ summary: { errors: 0 } });
    expect(new Set(body.problems.map(({ severity }: { severity: string }) => severity))).toEqual(
      new Set(['WARN']),
    );
  });

  it('of Kazakhstan (CSV of Open SDG) brings partner violence in the year before the survey', async () => {
    await map('KAZ', ['csv', '_L_KZ_050201_1B', 'C1'], { breakdown: '_L_TVL_PHSVL' });
    const body = await send('KAZ', 2015, 'kaz_indicator_5-2-1.csv');
    expect(body).toMatchObject({ state: 'COMMITTED', summary: { errors: 0 } });
    expect(await values('KAZ', 2015)).toEqual([
      { indicator: 'C1', urbanisation: '_T', value: '4.5' },
    ]);
  });

  it('of Kyrgyzstan, of all its years at once, is understood with nothing said before', async () => {
    await api.em().execute(`delete from work.series_mapping where area = 'KGZ'`);
    const { body } = await imports.send(
      'reporter.kgz@demo.example',
      readFileSync(path.join(folder, 'kgz_5.3.1.sdmx21-structurespecific.xml')),
      { country: 'KGZ', cycle: '', fileName: 'kgz.xml' },
    );
    expect(body).toMatchObject({ state: 'CHECKED', summary: { rows: 84, errors: 0 } });
    const years = `query ($id: ID!) { importJob(id: $id) { years { year values cycle closed } } }`;
    const { data } = await api.work('reporter.kgz@demo.example', years, { id: body.job });
    expect(data.importJob.years).toEqual([
      { year: 2018, values: 6, cycle: 2018, closed: 0 },
      { year: 2023, values: 6, cycle: 2023, closed: 0 },
    ]);
  });

  it('of Kazakhstan (a CSV named after its only series) brings the figure of women, and not that of all', async () => {
    await map('KAZ', ['csv', 'kaz_indicator_16-1-1', 'C4'], { sex: 'F' });
    const body = await send('KAZ', 2018, 'kaz_indicator_16-1-1.csv');
    expect(body).toMatchObject({ state: 'COMMITTED', summary: { new: 1, errors: 0 } });
    expect(await values('KAZ', 2018)).toMatchObject([{ indicator: 'C4', value: '2.5' }]);
    expect(body.problems.some(({ code }: { code: string }) => code === 'WIDER_THAN_SERIES')).toBe(
      true,
    );
  });
});
