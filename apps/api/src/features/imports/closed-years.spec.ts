import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { importFixture } from '../../testing/import-fixture.ts';
import { importRequests } from '../../testing/import-requests.ts';
import { PEOPLE, published } from '../../testing/reporting-fixture.ts';

let api: TestApp;
let imports: ReturnType<typeof importRequests>;
const { kgz, uzb, officer } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  await importFixture(api.em());
  imports = importRequests(api);
  // 2023 has a closed cycle, 2019 has no cycle
  await published(api.em(), { area: 'KGZ', indicator: 'A5.8', year: 2023, value: '5' });
  await published(api.em(), { area: 'KGZ', indicator: 'A5.8', year: 2019, value: '3' });
});
afterAll(() => api.stop());

const FILE = 'code,2019,2021,2023,2025\nA5.8,3,4,6,7\nA6.1,1,1,2,3\n';
const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

const YEARS = `query ($id: ID!) { importJob(id: $id) { years { year values cycle closed } } }`;
const yearsOf = async (id: string) => (await api.work(kgz, YEARS, { id })).data.importJob.years;
const OPEN = `mutation ($input: OpenImportYearsInput!) { openImportYears(input: $input) {
  job { state summary { new changed errors } } problems { code } } }`;
const open = (who: string, job: string, until = day(3)) =>
  api.work(who, OPEN, { input: { job, until, idempotencyKey: randomUUID() } });
const SUBMIT = `mutation ($input: SubmitReturnInput!) { submitReturn(input: $input) {
  submission { number cells } problems { code } } }`;

describe('a file of many years', () => {
  let job: string;

  it('is taken into the return that is open, and tells what waits in the closed ones', async () => {
    const { body } = await imports.send(kgz, FILE, { cycle: '', lang: 'en' });
    job = body.job;
    expect(body).toMatchObject({
      state: 'CHECKED',
      summary: { rows: 8, new: 2, same: 1, errors: 0 },
    });
    expect(await yearsOf(job)).toEqual([
      { year: 2019, values: 1, cycle: 2025, closed: 1 },
      { year: 2021, values: 0, cycle: null, closed: 2 },
      { year: 2023, values: 0, cycle: null, closed: 2 },
      { year: 2025, values: 2, cycle: 2025, closed: 0 },
    ]);
  });

  it('is opened in one step by an officer, and by nobody else', async () => {
    expect((await open(kgz, job)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await open(uzb, job)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const late = await open(officer, job, day(40));
    expect(late.data.openImportYears.problems).toEqual([{ code: 'UNTIL_TOO_FAR' }]);
    const { data } = await open(officer, job);
    expect(data.openImportYears).toMatchObject({
      problems: [],
      job: { state: 'CHECKED', summary: { new: 6, changed: 1, errors: 0 } },
    });
    const again = await open(officer, job);
    expect(again.data.openImportYears.problems).toEqual([{ code: 'NOTHING_CLOSED' }]);
  });

  it('is stored in all of its years, and what was published stays so until it is approved', async () => {
    const { body } = await imports.commit(kgz, job);
    expect(body).toMatchObject({ state: 'COMMITTED', problems: [] });
    const rows = await api.em().execute(
      `select o.indicator, o.year, trim_scale(r.value)::text as value, o.state, r.reason,
         trim_scale(p.value)::text as published
       from work.observation o join work.revision r on r.id = o.current_revision
       left join work.revision p on p.id = o.published_revision
       where o.area = 'KGZ' and o.indicator = 'A5.8' order by o.year`,
    );
    expect(rows).toEqual([
      {
        indicator: 'A5.8',
        year: 2019,
        value: '3',
        state: 'PUBLISHED',
        reason: null,
        published: '3',
      },
      { indicator: 'A5.8', year: 2021, value: '4', state: 'DRAFT', reason: null, published: null },
      {
        indicator: 'A5.8',
        year: 2023,
        value: '6',
        state: 'DRAFT',
        reason: 'NEW_SOURCE',
        published: '5',
      },
      { indicator: 'A5.8', year: 2025, value: '7', state: 'DRAFT', reason: null, published: null },
    ]);
  });

  it('is handed in with the cycles that take its years', async () => {
    const submit = async (cycle: number) => {
      const input = { area: 'KGZ', cycle, import: job, idempotencyKey: randomUUID() };
      return (await api.work(kgz, SUBMIT, { input })).data.submitReturn;
    };
    expect(await submit(2025)).toMatchObject({ submission: { cells: 5 }, problems: [] });
    expect(await submit(2023)).toMatchObject({ submission: { cells: 2 }, problems: [] });
  });

  it('brings nothing into a closed year without a grant', async () => {
    const other = 'code,year,value\nA5.2,2023,9\n';
    const { body } = await imports.send(kgz, other, { cycle: '', dryRun: false });
    expect(body).toMatchObject({ state: 'COMMITTED', summary: { new: 0, rejected: 1, errors: 0 } });
    expect(body.problems.map(({ code }: { code: string }) => code)).toEqual(['CYCLE_CLOSED']);
  });
});

describe('what was said of a file', () => {
  it('holds for the next file of the same shape, of another year too', async () => {
    const first = 'Место;Что;2024;2025\nКыргызстан;Ордера;;9\n';
    const { body } = await imports.send(kgz, first, { cycle: '', lang: 'ru' });
    expect(body.summary).toMatchObject({ new: 0 });
    const { status } = await imports.check(kgz, body.job, {
      columns: { area: 1, indicator: 2 },
      codes: { indicator: { Ордера: 'A5.2' } },
    });
    expect(status).toBe(200);
    await imports.checked(kgz, body.job);
    await imports.commit(kgz, body.job);
    const next = 'Место;Что;2023;2024\nКыргызстан;Ордера;8;\n';
    const again = await imports.send(kgz, next, { cycle: '', lang: 'ru' });
    expect(again.body.problems.map(({ code }: { code: string }) => code)).toContain(
      'ANSWERS_REMEMBERED',
    );
  });
});
