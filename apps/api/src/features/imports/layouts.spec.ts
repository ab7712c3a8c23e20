import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { importRequests } from '../../testing/import-requests.ts';
import { openCycles } from '../../testing/open-cycles.ts';

let api: TestApp;
let imports: ReturnType<typeof importRequests>;
const REPORTER = 'reporter.kgz@demo.example';

beforeAll(async () => {
  api = await startTestApp({ seed: 'framework' });
  imports = importRequests(api);
  await openCycles(api.em(), [2015, 2016]);
});
afterAll(() => api.stop());

it('a table of an international database, with a column for each year, is stored in its years', async () => {
  const file = [
    '"Data Source","World Development Indicators",',
    '',
    '"Country Name","Country Code","Indicator Name","Indicator Code","2015","2016",',
    '"Kazakhstan","KAZ","Proportion of seats held by women in national parliaments (%)","SG.GEN.PARL.ZS","26.2","27.1",',
    '"Kyrgyz Republic","KGZ","Proportion of seats held by women in national parliaments (%)","SG.GEN.PARL.ZS","23.3","19.2",',
  ].join('\r\n');
  const where = { cycle: '', dryRun: false, fileName: 'API_SG.csv', lang: 'en' };
  const { body } = await imports.send(REPORTER, file, where);
  expect(body).toMatchObject({ state: 'COMMITTED', summary: { new: 2, errors: 0 } });
  const stored = await api.em().execute(
    `select o.indicator, o.area, o.year, trim_scale(r.value)::text as value
       from work.observation o join work.revision r on r.id = o.current_revision order by o.year`,
  );
  expect(stored).toEqual([
    { indicator: 'A1.6', area: 'KGZ', year: 2015, value: '23.3' },
    { indicator: 'A1.6', area: 'KGZ', year: 2016, value: '19.2' },
  ]);
});

it('a table whose head nobody knows is read by the row and the columns that a person clicks at', async () => {
  const file = 'Сборник\nсм. примечания\n;план;факт\nКыргызстан;1;7,5\n';
  const { body } = await imports.send(REPORTER, file, {
    cycle: '',
    fileName: 'A6.6.csv',
    lang: 'ru',
  });
  expect(body).toMatchObject({ state: 'REFUSED', problems: [{ code: 'NO_VALUE_COLUMN' }] });
  const preview = `query ($id: ID!) { importJob(id: $id) { preview { rows head values } } }`;
  const { data } = await api.work(REPORTER, preview, { id: body.job });
  expect(data.importJob.preview.rows[2]).toEqual(['', 'план', 'факт']);
  const again = `mutation ($input: CheckImportInput!) { checkImport(input: $input) { job { id } } }`;
  await api.work(REPORTER, again, { input: { job: body.job, head: 3, values: [3] } });
  const read = await imports.checked(REPORTER, body.job);
  expect(read).toMatchObject({ state: 'CHECKED', summary: { rows: 1 } });
});
