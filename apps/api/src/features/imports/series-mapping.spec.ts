import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { importRequests } from '../../testing/import-requests.ts';
import { PEOPLE, reportingFixture, stored } from '../../testing/reporting-fixture.ts';

let api: TestApp;
let imports: ReturnType<typeof importRequests>;
const { kgz, uzb, officer } = PEOPLE;

const fixture = (...parts: string[]) =>
  readFileSync(path.join(import.meta.dirname, 'formats/fixtures', ...parts));

const MAP = `mutation ($input: MapSeriesInput!) { mapSeries(input: $input) {
  mappings { format series indicator totals { dimension code } note confirmed } problems { code field } } }`;

const CONFIRM = `mutation ($input: ConfirmSeriesInput!) { confirmSeries(input: $input) {
  mappings { series confirmed } problems { code } } }`;

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  const em = api.em();
  await em.execute(`update work.area set iso2 = 'KG', m49 = '417' where code = 'KGZ'`);
  const axes = [{ dimension: 'urbanisation', codes: [{ code: 'U', name: {} }] }];
  await em.execute(
    `update work.indicator set breakdowns = '{urbanisation}', table_axes = ? where code = 'A1.6'`,
    [JSON.stringify(axes)],
  );
  await em.execute(`insert into work.cycle (year, opens_on, due_on, closes_on)
    values (2018, current_date - 30, current_date + 30, current_date + 60)`);
  await em.execute(`insert into work.assignment (cycle, indicator, area, organisation)
    select 2018, 'A1.6', 'KGZ', id from work.organisation`);
  imports = importRequests(api);
});
afterAll(() => api.stop());

const map = async (who: string, more: object = {}) =>
  api.work(who, MAP, {
    input: {
      area: 'KGZ',
      format: 'sdmx-structure-specific',
      series: 'SP_DYN_MRBF18',
      indicator: 'A1.6',
      totals: [
        { dimension: 'sex', code: 'F' },
        { dimension: 'age', code: 'Y0T18' },
      ],
      note: 'Girls married before 18',
      idempotencyKey: randomUUID(),
      ...more,
    },
  });

const importKyrgyz = async () =>
  (
    await imports.send(kgz, fixture('sdmx-structure-specific', 'ok', 'kgz_5.3.1.xml'), {
      cycle: '2018',
      dryRun: false,
    })
  ).body;

describe('a file of an office with series of its own', () => {
  it('has nothing for the return before an officer says what its series are', async () => {
    const { summary, problems } = await importKyrgyz();
    expect(summary).toMatchObject({ new: 0, errors: 0 });
    expect(new Set(problems.map(({ code }: { code: string }) => code))).toEqual(
      new Set(['SERIES_NOT_MAPPED', 'OTHER_YEAR', 'UNKNOWN_REGION']),
    );
  });

  it('gives its values of the year once its series is mapped: the whole country and its parts', async () => {
    const { data, errors } = await map(officer);
    expect(errors).toBeUndefined();
    expect(data.mapSeries).toMatchObject({ problems: [], mappings: [{ indicator: 'A1.6' }] });
    const body = await importKyrgyz();
    expect(body).toMatchObject({ state: 'COMMITTED', summary: { new: 2, errors: 0 } });
    const values = await api.em().execute(
      `select o.urbanisation, trim_scale(r.value)::text as value, r.via from work.observation o
       join work.revision r on r.id = o.current_revision order by o.urbanisation desc`,
    );
    expect(values).toEqual([
      { urbanisation: '_T', value: '12.9', via: 'IMPORT' },
      { urbanisation: 'U', value: expect.any(String), via: 'IMPORT' },
    ]);
    expect((await importKyrgyz()).summary).toMatchObject({ new: 0, changed: 0, same: 2 });
  });

  it('is mapped by a reporter of the country too, and confirmed by an officer once', async () => {
    const series = 'SP_DYN_ADKL';
    const mapped = await map(kgz, { series });
    const one = (mappings: { series: string }[]) =>
      mappings.find((mapping) => mapping.series === series);
    expect(one(mapped.data.mapSeries.mappings)).toMatchObject({ confirmed: false });
    const input = { area: 'KGZ', format: 'sdmx-structure-specific', series };
    const confirm = (who: string) =>
      api.work(who, CONFIRM, { input: { ...input, idempotencyKey: randomUUID() } });
    expect((await confirm(kgz)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { data } = await confirm(officer);
    expect(one(data.confirmSeries.mappings)).toMatchObject({ confirmed: true });
    await map(officer, { series, indicator: null });
  });

  it('is mapped by nobody of another country, and to an indicator that exists', async () => {
    const before = await stored(api.em());
    expect((await map(uzb)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const unknown = await map(officer, { indicator: 'Z9', series: 'X' });
    expect(unknown.data.mapSeries.problems).toEqual([
      { code: 'UNKNOWN_INDICATOR', field: 'indicator' },
    ]);
    const dimension = await map(officer, { totals: [{ dimension: 'colour', code: 'x' }] });
    expect(dimension.data.mapSeries.problems[0].code).toBe('UNKNOWN_CODE');
    expect(await stored(api.em())).toEqual(before);
  });

  it('is read by the country, not by another one', async () => {
    const query = `query { seriesMappings(area: "KGZ") { series note } }`;
    expect((await api.work(kgz, query)).data.seriesMappings).toHaveLength(1);
    expect((await api.work(uzb, query)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('loses its mapping when the officer takes it away', async () => {
    const { data } = await map(officer, { indicator: null });
    expect(data.mapSeries.mappings).toEqual([]);
  });

  it('leaves a trace of which indicator it was, and of which part', async () => {
    const totals = { sex: 'F' };
    await map(officer, { series: 'TRACED', totals: [{ dimension: 'sex', code: 'F' }] });
    await map(officer, { series: 'TRACED', indicator: null });
    const events = await api
      .em()
      .execute(
        `select before, after from work.audit_event where subject like '% TRACED' order by number`,
      );
    const mapping = { indicator: 'A1.6', totals };
    expect(events).toEqual([
      { before: null, after: mapping },
      { before: mapping, after: null },
    ]);
  });
});
