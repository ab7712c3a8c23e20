import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { importFixture } from '../../testing/import-fixture.ts';
import { importRequests } from '../../testing/import-requests.ts';
import { writeXlsx } from 'hucre/xlsx';
import { PEOPLE } from '../../testing/reporting-fixture.ts';
import { identifier } from '../../standards/dhis2.ts';

// Complete files as other software writes them, with its own identifiers, and what is stored from them.
let api: TestApp;
let imports: ReturnType<typeof importRequests>;
const { kgz } = PEOPLE;

beforeEach(async () => {
  api = await startTestApp();
  await importFixture(api.em());
  imports = importRequests(api);
});
afterEach(() => api.stop());

/** The stored cells of one indicator in 2025, as “part value comment”. */
async function stored(indicator: string): Promise<string[]> {
  const rows = await api.em().execute<{ line: string }[]>(
    `select concat_ws(' ', nullif(o.sex, '_T'), nullif(o.region, '_T'), trim_scale(r.value), r.comment) as line
     from work.observation o join work.revision r on r.id = o.current_revision
     where o.area = 'KGZ' and o.year = 2025 and o.indicator = ? and r.value is not null`,
    [indicator],
  );
  return rows.map(({ line }) => line).toSorted();
}
const SERIES = `mutation ($input: MapSeriesInput!) { mapSeries(input: $input) { problems { code } } }`;
async function mapSeries(format: string, series: string, indicator: string, job: string) {
  const input = { area: 'KGZ', format, series, indicator, import: job };
  const { data } = await api.work(kgz, SERIES, {
    input: { ...input, idempotencyKey: randomUUID() },
  });
  expect(data.mapSeries.problems).toEqual([]);
}

// /api/dataValueSets.csv, as the documentation of DHIS2 has it
const CSV = (period: string, victims: string) =>
  [
    '"dataelement","period","orgunit","categoryoptioncombo","attributeoptioncombo","value","storedby","lastupdated","comment","followup","deleted"',
    `"f7n9E0hX8qk","${period}","DiszpKrYNg8","HllvX50cXC0","HllvX50cXC0","${victims}","admin","2026-01-14T10:21:11.000+0000","","false",""`,
    `"f7n9E0hX8qk","${period}","DiszpKrYNg8","bRowv6yZOF2","HllvX50cXC0","9","admin","2026-01-14T10:21:11.000+0000","","false",""`,
    `"Ix2HsbDMLea","${period}","DiszpKrYNg8","HllvX50cXC0","HllvX50cXC0","3","admin","2026-01-14T10:21:11.000+0000","","false",""`,
  ].join('\n');

describe('DHIS2 as a table', () => {
  const HEAD = ['dataelement', 'period', 'orgunit', 'catoptcombo', 'value', 'deleted'];
  const ROWS = [
    ['A5_8', '2025', 'KG', 'HllvX50cXC0', 12, 'false'],
    ['A5_8', '2025', 'KG', 'SEX_F', 9, ''],
    ['A5_8', '2025', 'KG', 'SEX_M', 3, 'true'],
    ['A6_1', '2025', 'KG', '', 4, 'ИСТИНА'],
  ];
  const text = [HEAD, ...ROWS].map((row) => row.join(',')).join('\n');
  it.each([
    ['a text', () => text],
    ['a workbook', () => writeXlsx({ sheets: [{ name: 'Data', rows: [HEAD, ...ROWS] }] })],
  ])('is stored without what was deleted, each part as one: %s', async (_what, write) => {
    const { body } = await imports.send(kgz, await write(), { dryRun: false, lang: 'en' });
    expect(body).toMatchObject({ state: 'COMMITTED', summary: { new: 2, errors: 0 } });
    expect(await stored('A5.8')).toEqual(['12', 'F 9']);
    expect(await stored('A6.1')).toEqual([]);
  });

  it('in a workbook of identifiers is no total until somebody says which part it is', async () => {
    const rows = [HEAD, ['A5_8', '2025', 'KG', 'bRowv6yZOF2', 9, '']];
    const file = await writeXlsx({ sheets: [{ name: 'Data', rows }] });
    const { body } = await imports.send(kgz, file, { lang: 'en' });
    expect(body).toMatchObject({ summary: { new: 0 }, problems: [{ code: 'UNKNOWN_CODE' }] });
  });
});

describe('DHIS2, by identifiers that only it knows', () => {
  it('is stored once somebody said what data elements, units and combinations are', async () => {
    const sent = (await imports.send(kgz, CSV('2025', '12'), { lang: 'en' })).body;
    const { unknown } = (await imports.unknown(kgz, sent.job)).body;
    expect(unknown.map(({ field, text }: Record<string, string>) => `${field} ${text}`)).toEqual([
      'area DiszpKrYNg8',
    ]);
    const options = unknown[0].options.map(({ code }: { code: string }) => code);
    expect(options).toEqual(expect.arrayContaining(['KGZ', 'KG-B']));
    const placed = await imports.again(kgz, sent.job, { codes: { area: { DiszpKrYNg8: 'KGZ' } } });
    // data elements of other programs count as series: left out, not red, until somebody says which indicator each one is
    expect(placed.summary).toMatchObject({ new: 0, errors: 0, rejected: 3 });
    await mapSeries('csv', 'f7n9E0hX8qk', 'A5.8', sent.job);
    const mapped = await imports.again(kgz, sent.job);
    expect(mapped.summary).toMatchObject({ new: 1, errors: 1 });
    const asked = (await imports.unknown(kgz, sent.job)).body.unknown;
    expect(asked).toMatchObject([
      { field: 'breakdown', text: 'bRowv6yZOF2', code: 'UNKNOWN_CODE' },
    ]);
    expect(asked[0].options.map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining(['_T', 'SEX_F', 'SEX_M']),
    );
    const read = await imports.again(kgz, sent.job, {
      codes: { breakdown: { bRowv6yZOF2: 'SEX_F' } },
    });
    expect(read.summary).toMatchObject({ new: 2, errors: 0, rejected: 1 });
    expect((await imports.commit(kgz, sent.job)).body.state).toBe('COMMITTED');
    expect(await stored('A5.8')).toEqual(['12', 'F 9']);
    // and the next file is stored without questions
    const { body } = await imports.send(kgz, CSV('2025', '13'), { lang: 'en' });
    expect(body.summary).toMatchObject({ changed: 1, same: 1, errors: 0, rejected: 1 });
  });

  it('is not stored where its data set is divided further and nobody said how', async () => {
    const file = CSV('2025', '12').replaceAll('"HllvX50cXC0","12"', '"ajJ2XhX5kAq","12"');
    const { job } = (await imports.send(kgz, file, { lang: 'en' })).body;
    await mapSeries('csv', 'f7n9E0hX8qk', 'A5.8', job);
    await imports.again(kgz, job, { codes: { area: { DiszpKrYNg8: 'KGZ' } } });
    const { unknown } = (await imports.unknown(kgz, job)).body;
    expect(unknown.map(({ text }: { text: string }) => text)).toEqual(
      expect.arrayContaining(['ajJ2XhX5kAq']),
    );
  });
});

describe('DHIS2, with what its identifiers mean', () => {
  // the answers of /api/dataValueSets.json and /api/metadata.json in one object
  const both = {
    dataSet: 'pBOMPrpg1QX',
    completeDate: '2026-02-03',
    period: '2025',
    orgUnit: 'DiszpKrYNg8',
    dataValues: [
      {
        ...{ dataElement: 'f7n9E0hX8qk', period: '2025', orgUnit: 'DiszpKrYNg8' },
        ...{ categoryOptionCombo: 'HllvX50cXC0', attributeOptionCombo: 'HllvX50cXC0' },
        ...{ value: '12', storedBy: 'admin', created: '2026-01-14T10:21:11.000+0000' },
        ...{ lastUpdated: '2026-01-14T10:21:11.000+0000', comment: 'register', followup: false },
      },
      {
        ...{ dataElement: 'f7n9E0hX8qk', period: '2025', orgUnit: 'O6uvpzGd5pu' },
        ...{ categoryOptionCombo: 'bRowv6yZOF2', attributeOptionCombo: 'HllvX50cXC0', value: '4' },
      },
      {
        ...{ dataElement: 'f7n9E0hX8qk', period: '2025', orgUnit: 'O6uvpzGd5pu' },
        ...{ categoryOptionCombo: 'HllvX50cXC0', value: '99', deleted: true },
      },
    ],
    dataElements: [{ id: 'f7n9E0hX8qk', code: 'A5_8', name: 'GBV victims registered' }],
    organisationUnits: [
      { id: 'DiszpKrYNg8', name: 'Kyrgyzstan' },
      { id: 'O6uvpzGd5pu', name: 'Batken Region' },
    ],
    categoryOptionCombos: [
      { id: 'HllvX50cXC0', name: 'default' },
      { id: 'bRowv6yZOF2', code: 'SEX_F', name: 'Female' },
    ],
  };

  it('is stored by the codes and names of the metadata in the file', async () => {
    const { body } = await imports.send(kgz, JSON.stringify(both), { dryRun: false, lang: 'en' });
    expect(body).toMatchObject({ state: 'COMMITTED', summary: { new: 2, errors: 0, rejected: 0 } });
    expect(await stored('A5.8')).toEqual(['12 register', 'F KG-B 4']);
  });

  it('that does not know our codes is asked about by its identifiers', async () => {
    const foreign = {
      ...both,
      dataElements: [{ id: 'f7n9E0hX8qk', code: 'GBV_01', name: 'Victims registered' }],
      categoryOptionCombos: [
        { id: 'HllvX50cXC0', name: 'default' },
        { id: 'bRowv6yZOF2', code: 'COC_17', name: 'Female, under 18' },
      ],
    };
    const { job, ...sent } = (await imports.send(kgz, JSON.stringify(foreign), { lang: 'en' }))
      .body;
    expect(sent.problems).toMatchObject(
      ['f7n9E0hX8qk', 'f7n9E0hX8qk'].map((value) => ({
        ...{ code: 'SERIES_NOT_MAPPED', severity: 'WARN' },
        params: [{ value }],
      })),
    );
    await mapSeries('dhis2-json', 'f7n9E0hX8qk', 'A5.8', job);
    expect((await imports.again(kgz, job)).summary).toMatchObject({ new: 1, errors: 1 });
    const codes = { breakdown: { bRowv6yZOF2: 'SEX_F' } };
    expect((await imports.again(kgz, job, { codes })).summary).toMatchObject({ new: 2, errors: 0 });
  });

  it('whose values have a combination of their own is not read by that of all', async () => {
    const [value] = both.dataValues;
    const file = { ...both, attributeOptionCombo: 'bRowv6yZOF2', dataValues: [value] };
    const { body } = await imports.send(kgz, JSON.stringify(file), { dryRun: false, lang: 'en' });
    expect([body.problems, await stored('A5.8')]).toEqual([[], ['12 register']]);
  });

  it('is stored by the identifiers of our own metadata package', async () => {
    const of = identifier;
    const value = (unit: string, combination: string, figure: string) => ({
      ...{ dataElement: of('dataElement', 'A5_8'), period: '2025' },
      ...{ orgUnit: of('organisationUnit', unit), value: figure },
      ...{ categoryOptionCombo: combination, attributeOptionCombo: 'HllvX50cXC0' },
    });
    const file = {
      dataValues: [
        value('KG', 'HllvX50cXC0', '12'),
        value('KG', of('categoryOptionCombo', 'SEX_F'), '9'),
        value('KG-B', of('categoryOptionCombo', 'SEX_M'), '2'),
      ],
    };
    const { body } = await imports.send(kgz, JSON.stringify(file), { dryRun: false, lang: 'en' });
    expect(body.problems).toEqual([]);
    expect(body).toMatchObject({ state: 'COMMITTED', summary: { new: 3, errors: 0, rejected: 0 } });
    expect(await stored('A5.8')).toEqual(['12', 'F 9', 'M KG-B 2']);
  });
});

it('ADX is stored as a whole: groups of units and years, categories as attributes', async () => {
  const file = `<?xml version='1.0' encoding='UTF-8'?>
<adx xmlns="urn:ihe:qrph:adx:2015" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="urn:ihe:qrph:adx:2015 ../schema/adx_loose.xsd" exported="2026-02-08T19:30:00Z">
  <group orgUnit="KG" period="2025-01-01/P1Y" dataSet="(TB/HIV)VCCT" completeDate="2026-02-01" comment="yearly">
    <dataValue dataElement="A5_8" value="32"/>
    <dataValue dataElement="A5_8" SEX="F" value="20"><annotation>counted twice</annotation></dataValue>
    <dataValue dataElement="A6_1" value="4"/>
  </group>
  <group orgUnit="KG-B" period="2025-01-01/P1Y" dataSet="(TB/HIV)VCCT">
    <dataValue dataElement="A5_8" SEX="M" value="5"/>
  </group>
  <group orgUnit="KG" period="2024-01-01/P1Y" dataSet="(TB/HIV)VCCT">
    <dataValue dataElement="A5_8" value="30"/>
  </group>
</adx>`;
  const { body } = await imports.send(kgz, file, { dryRun: false, lang: 'en' });
  expect(body).toMatchObject({ state: 'COMMITTED', summary: { new: 4, errors: 0, rejected: 1 } });
  expect(await stored('A5.8')).toEqual(['32', 'F 20', 'M KG-B 5']);
  expect(await stored('A6.1')).toEqual(['4']);
});

const HEADER = `<Header><ID>KG_GBV</ID><Test>false</Test><Truncated>false</Truncated><Name xml:lang="en">GBV</Name>
  <Prepared>2026-02-08T19:30:00</Prepared><Sender id="NSC"><Name xml:lang="ru">НСК</Name></Sender>
  <DataSetAgency>KG_NSC</DataSetAgency><DataSetAction>Append</DataSetAction><Extracted>2026-02-08T19:30:00</Extracted></Header>`;
const NAMESPACES = ['message', 'generic', 'compact', 'common']
  .map((name) => `xmlns:${name}="http://www.SDMX.org/resources/SDMXML/schemas/v2_0/${name}"`)
  .join(' ');

describe('SDMX-ML 2.0 is stored as a whole', () => {
  const key = (sex: string, area: string) =>
    Object.entries({
      FREQ: 'A',
      REF_AREA: area,
      INDICATOR: 'A5_8',
      SEX: sex,
      AGE: '_T',
      URBANISATION: '_T',
    })
      .map(([concept, value]) => `<generic:Value concept="${concept}" value="${value}"/>`)
      .join('');
  const observation = (year: string, value: string) =>
    `<generic:Obs><generic:Time>${year}</generic:Time><generic:ObsValue value="${value}"/>
     <generic:Attributes><generic:Value concept="OBS_STATUS" value="A"/></generic:Attributes></generic:Obs>`;
  const series = (sex: string, area: string, ...observations: string[]) =>
    `<generic:Series><generic:SeriesKey>${key(sex, area)}</generic:SeriesKey>
     <generic:Attributes><generic:Value concept="UNIT_MEASURE" value="NUMBER"/><generic:Value concept="UNIT_MULT" value="0"/></generic:Attributes>
     ${observations.join('')}</generic:Series>`;
  const generic = `<?xml version="1.0" encoding="UTF-8"?>
<message:GenericData ${NAMESPACES}>${HEADER.replaceAll(/<(\/?)(?=\w)/g, '<$1message:')}
<message:DataSet><generic:KeyFamilyRef>GBV</generic:KeyFamilyRef>
${series('_T', 'KG', observation('2024', '30'), observation('2025', '32'))}
${series('F', 'KG', observation('2025', '20'))}
${series('M', 'KG-B', observation('2025', '5'))}
</message:DataSet></message:GenericData>`;
  const compact = `<?xml version="1.0" encoding="UTF-8"?>
<CompactData xmlns="http://www.SDMX.org/resources/SDMXML/schemas/v2_0/message" xmlns:kg="urn:sdmx:org.sdmx.infomodel.keyfamily.KeyFamily=KG_NSC:GBV:compact">${HEADER}
<kg:DataSet>
<kg:Series FREQ="A" REF_AREA="KG" INDICATOR="A5_8" SEX="_T" AGE="_T" URBANISATION="_T" UNIT_MEASURE="NUMBER" UNIT_MULT="0">
  <kg:Obs TIME_PERIOD="2024" OBS_VALUE="30" OBS_STATUS="A"/><kg:Obs TIME_PERIOD="2025" OBS_VALUE="32" OBS_STATUS="A"/></kg:Series>
<kg:Series FREQ="A" REF_AREA="KG" INDICATOR="A5_8" SEX="F" AGE="_T" URBANISATION="_T" UNIT_MEASURE="NUMBER" UNIT_MULT="0">
  <kg:Obs TIME_PERIOD="2025" OBS_VALUE="20" OBS_STATUS="A"/></kg:Series>
<kg:Series FREQ="A" REF_AREA="KG-B" INDICATOR="A5_8" SEX="M" AGE="_T" URBANISATION="_T" UNIT_MEASURE="NUMBER" UNIT_MULT="0">
  <kg:Obs TIME_PERIOD="2025" OBS_VALUE="5" OBS_STATUS="A"/></kg:Series>
</kg:DataSet></CompactData>`;

  it.each([
    ['generic', generic],
    ['compact', compact],
  ])('%s', async (_form, file) => {
    const { body } = await imports.send(kgz, file, { dryRun: false, lang: 'en' });
    expect(body).toMatchObject({ state: 'COMMITTED', summary: { new: 3, errors: 0, rejected: 1 } });
    expect(await stored('A5.8')).toEqual(['32', 'F 20', 'M KG-B 5']);
  });
});

describe('a workbook of several sheets', () => {
  const sheet = (name: string, ...rows: (string | number)[][]) => ({ name, rows });
  const workbook = (...sheets: ReturnType<typeof sheet>[]) => writeXlsx({ sheets });

  it('is read sheet by sheet, each by its own head, and notes are passed over', async () => {
    const file = await workbook(
      sheet('Notes', ['Prepared by the committee'], ['12 February 2026']),
      sheet('Victims', ['code', 'sex', 'value'], ['A5.8', '', 32], ['A5.8', 'F', 20]),
      sheet(
        'Ladder',
        ['Figures of the year'],
        ['value', 'comment', 'code'],
        [4, 'new law', 'A6.1'],
      ),
    );
    const { body } = await imports.send(kgz, file, { dryRun: false, lang: 'en' });
    expect(body).toMatchObject({ state: 'COMMITTED', summary: { new: 3, errors: 0 } });
    expect(await stored('A5.8')).toEqual(['32', 'F 20']);
    expect(await stored('A6.1')).toEqual(['4 new law']);
  });

  it('leaves out a summary that only looks like a table, and says so', async () => {
    const file = await workbook(
      sheet('Figures', ['code', 'value'], ['A5.8', 32]),
      sheet('Summary', ['What', '2024', '2025'], ['A5.8', 30, 31], ['A6.1', 3, 4]),
    );
    const { body } = await imports.send(kgz, file, { lang: 'en' });
    expect(body.summary).toMatchObject({ rows: 1, new: 1 });
    expect(body.fileProblems ?? body.problems).toMatchObject([
      { code: 'SHEETS_NOT_READ', severity: 'WARN', params: [{ value: 'Summary' }] },
    ]);
  });

  it('names others that hold figures without saying of what', async () => {
    const file = await workbook(
      sheet('Figures', ['code', 'value'], ['A5.8', 32]),
      sheet('Calls', ['month', 'calls'], ['January', 30], ['February', 31]),
      sheet('Notes', ['Prepared by the committee']),
    );
    const { body } = await imports.send(kgz, file, { lang: 'en' });
    expect(body.problems).toMatchObject([
      { code: 'SHEETS_NOT_READ', params: [{ value: 'Calls' }] },
    ]);
  });

  it('says where else a cell was told, and of which sheet a column is not read', async () => {
    const first = sheet('First', ['code', 'value'], ['A5.8', 32]);
    const twice = await workbook(first, sheet('Second', ['code', 'value'], ['A5.8', 3]));
    const file = await workbook(sheet('Zero', ['value', 'code'], [4, 'A6.1']), first);
    expect((await imports.send(kgz, file, { lang: 'en' })).body.summary).toMatchObject({ new: 2 });
    expect((await imports.send(kgz, twice, { lang: 'en' })).body.problems).toMatchObject([
      { code: 'DUPLICATE_ROW', column: 'Second: code', params: [{ value: '2' }] },
    ]);
    const thrice = await workbook(
      sheet('Zero', ['code', 'value'], ['A6.1', 4]),
      sheet('Second', ['value', 'code'], [3, 'A5.8'], [4, 'A5.8']),
    );
    expect((await imports.send(kgz, thrice, { lang: 'en' })).body.problems).toMatchObject([
      { code: 'DUPLICATE_ROW', params: [{ value: 'Second: 2' }] },
    ]);
  });

  it('says of a fault on which of them it is', async () => {
    const file = await workbook(
      sheet('First', ['code', 'value'], ['A5.8', 32]),
      sheet('Second', ['code', 'value'], ['A6.1', 'four']),
    );
    const { body } = await imports.send(kgz, file, { lang: 'en' });
    expect(body.summary).toMatchObject({ new: 1, errors: 1 });
    expect(body.problems).toMatchObject([{ row: 2, column: 'Second: value' }]);
  });

  it('takes what is said of columns for all sheets that are headed alike', async () => {
    const file = await workbook(
      sheet('Women', ['what', 'how many', 'code'], ['a', 20, 'A5.8']),
      sheet('All', ['what', 'how many', 'code'], ['b', 4, 'A6.1']),
    );
    const sent = (await imports.send(kgz, file, { lang: 'en' })).body;
    expect(sent.state).toBe('REFUSED');
    const read = await imports.again(kgz, sent.job, { columns: { value: 2 } });
    expect(read.summary).toMatchObject({ new: 2, errors: 0 });
  });
});
