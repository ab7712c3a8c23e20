import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeXlsx } from 'hucre/xlsx';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { importFixture, told } from '../../testing/import-fixture.ts';
import { importRequests } from '../../testing/import-requests.ts';
import { PEOPLE, stored } from '../../testing/reporting-fixture.ts';

let api: TestApp;
let imports: ReturnType<typeof importRequests>;
const { kgz } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  await importFixture(api.em());
  imports = importRequests(api);
});
afterAll(() => api.stop());

const codesOf = ({ problems }: { problems: { code: string; column: string | null }[] }) =>
  problems.map(({ code, column }) => `${code} ${column ?? ''}`.trim());

const again = (job: string, columns: object) => imports.again(kgz, job, { columns });

describe('a row about another country or year', () => {
  it.each([
    [
      'as the World Bank heads its columns',
      'Country Name,Country Code,Time Period,Indicator,Value\nKazakhstan,KAZ,2019,A5.8,777\n',
    ],
    ['in a file that names its country in one row', 'code,country,value\nA5.8,,777\nA6.1,KAZ,1\n'],
    ['in a file that names its year in one row', 'code,year,value\nA5.8,,777\nA6.1,2025,1\n'],
    ['in a column headed by nobody we know', 'code,Where,value\nA5.8,Kazakhstan,777\n'],
    ['in a column without a head', 'code,,value\nA5.8,Қазақстан,777\n'],
    ['beside a remark that is one', 'code,Where,value\nA5.8,Kazakhstan,777\nA6.1,elsewhere,1\n'],
    ['of the world', 'code,Where,value\nA5.8,TKM,777\n'],
    ['of a year', 'code,When,value\nA5.8,2019,777\nA6.1,2019,1\n'],
    ['of a region', 'code,Where,value\nA5.8,Batken Region,777\n'],
    ['of women', 'code,Who,value\nA5.8,Женщины,777\n'],
    ['of an age', 'code,Who,value\nA5.8,15-49,777\n'],
    ['of the villages', 'code,Which,value\nA5.8,rural,777\n'],
    ['by a category of DHIS2', 'dataelement,catoptcombo,value\nA5_8,SEX_X,777\n'],
    [
      'in SDMX, by an attribute that nobody knows',
      '<CompactData><Series INDICATOR="A5_8" GEO_AREA="KZ"><Obs TIME_PERIOD="2025" OBS_VALUE="777"/></Series></CompactData>',
    ],
    [
      'in ADX, by an attribute that nobody knows',
      '<adx><group orgUnit="" period="2025-01-01/P1Y"><dataValue dataElement="A5_8" place="Казахстан" value="777"/></group></adx>',
    ],
    [
      'in JSON, by a member that nobody knows',
      '{"dataValues":[{"dataElement":"A5_8","where":"KAZ","when":"2019","value":"777"}]}',
    ],
    ['in the filter of a pivot table', 'Country;Kazakhstan\n\ncode;value\nA5.8;777\n'],
    ['by a code, among many of ours', 'code,Where,value\nA5.8,KZ,777\nA6.1,KG,1\nA5.2,KG,1\n'],
    ['of a region, said twice', 'code,area,region,value\nA5.8,KG-B,KG-O,777\n'],
  ])('%s is not stored as a row of this return', async (_what, file) => {
    const before = await stored(api.em());
    const { body } = await imports.send(kgz, file, { dryRun: false });
    expect(body.state).not.toBe('COMMITTED');
    expect(await stored(api.em())).toEqual(before);
  });

  it('whose region names the country is one of this return', async () => {
    const { body } = await imports.send(
      kgz,
      'code,area,region,value\nA5.8,,KG-B,300\nA5.8,KGZ,,900\nA5.8,KG-B,_T,300\n',
    );
    expect(told(body)).toEqual([[4, 'DUPLICATE_ROW']]);
  });
});

describe('a column that nobody reads', () => {
  const FILE = 'code,Where,When,value\nA5.8,Kazakhstan,2019,777\nA5.8,Kyrgyz Republic,2025,3\n';

  it('is asked about where it holds countries or years, and the file is read by the answer', async () => {
    const { body } = await imports.send(kgz, FILE);
    expect(body.state).toBe('REFUSED');
    expect(codesOf(body)).toEqual(['AREAS_NOT_READ Where', 'YEARS_NOT_READ When']);
    const { columns } = (await imports.job(kgz, body.job)).body;
    expect(columns.map(({ holds }: { holds: string | null }) => holds)).toEqual([
      null,
      'area',
      'year',
      null,
    ]);
    const read = await again(body.job, { area: 2, year: 3 });
    expect(read.summary).toMatchObject({ new: 1, rejected: 1, errors: 1 });
    expect(told(read)).toEqual([
      [2, 'OTHER_AREA'],
      [2, 'OTHER_YEAR'],
    ]);
  });

  it('is let alone once somebody says that it tells neither', async () => {
    const { job } = (await imports.send(kgz, FILE)).body;
    const read = await again(job, { area: null, year: null });
    expect(read.state).toBe('CHECKED');
    expect(codesOf(read)).toContain('UNKNOWN_COLUMN Where');
  });

  it('beside one that is read for the same is let alone', async () => {
    const { body } = await imports.send(
      kgz,
      'code,area,Where,When,year,value\nA5.8,KGZ,Kazakhstan,2019,2025,7\n',
    );
    expect(codesOf(body)).toEqual(['UNKNOWN_COLUMN Where', 'UNKNOWN_COLUMN When']);
  });

  it('left of the values of a wide table is read by what its texts say', async () => {
    const { body } = await imports.send(kgz, 'Where;A5.8;A6.1\nКиргизия;7;3\nТуркмения;8;2\n');
    expect(codesOf(body)).toEqual(['OTHER_AREA A5.8', 'OTHER_AREA A6.1']);
    expect(body.summary).toMatchObject({ new: 2, errors: 2 });
  });

  it('is none where a second row of the head says which year it is about', async () => {
    const { body } = await imports.send(kgz, ';2024;2025\ncode;value;value\nA5.8;777;1\n');
    expect(codesOf(body)).toEqual(['OTHER_YEAR_COLUMN 2024 · value']);
    expect((await imports.contents(body.job)).map(({ value }) => value)).toEqual(['1']);
  });

  it('of a workbook is asked about too, whatever its sheets are called', async () => {
    const rows = [
      ['code', 'value', ''],
      ['A5.8', 777, 'Kazakhstan'],
    ];
    const meta = { name: 'Meta', rows: [['id', 'of somebody else']] };
    const bytes = await writeXlsx({ sheets: [{ name: 'Data', rows }, meta] });
    const { body } = await imports.send(kgz, bytes, { fileName: 'a.xlsx' });
    expect([body.state, codesOf(body)]).toEqual(['REFUSED', ['AREAS_NOT_READ 3']]);
  });

  describe('of a further sheet', () => {
    const figures = {
      name: 'Figures',
      rows: [
        ['code', 'value', 'Where'],
        ['A6.1', 3, 'x'],
      ],
    };
    const send = async (...sheets: { name: string; rows: (string | number)[][] }[]) =>
      (await imports.send(kgz, await writeXlsx({ sheets }), { fileName: 'a.xlsx' })).body;

    it('is asked about, whatever was said of the first', async () => {
      const rows = [
        ['value', 'code', 'Where'],
        [777, 'A5.8', 'Batken Region'],
      ];
      const sent = await send(figures, { name: 'Regions', rows });
      expect(codesOf(sent)).toEqual(['REGIONS_NOT_READ Regions: Where']);
      const said = await again(sent.job, { region: null });
      expect([said.state, codesOf(said)]).toEqual(['REFUSED', ['REGIONS_NOT_READ Regions: Where']]);
    });

    it.each([
      ['2024', ['OTHER_YEAR 2024: 2024']],
      ['Kazakhstan', ['AREA_MISSING', 'OTHER_AREA Kazakhstan: Kazakhstan', 'YEAR_MISSING']],
    ])('is what its name says: %s', async (name, problems) => {
      const rows = [
        ['code', 'value'],
        ['A5.8', 777],
      ];
      const own = {
        name: '2025',
        rows: [
          ['code', 'value'],
          ['A6.1', 3],
        ],
      };
      const sent = await send(own, { name, rows });
      expect([sent.state, codesOf(sent)]).toEqual(['CHECKED', problems]);
    });
  });

  it('of SDMX is asked about too, and the file is read by the answer', async () => {
    const file =
      '<CompactData><Series INDICATOR="A6_1" GEO_AREA="KG"><Obs TIME_PERIOD="2025" OBS_VALUE="3"/></Series><Series INDICATOR="A6_1" GEO_AREA="UZ"><Obs TIME_PERIOD="2024" OBS_VALUE="2"/></Series></CompactData>';
    const { body } = await imports.send(kgz, file, { fileName: 'a.xml' });
    expect([body.state, codesOf(body)]).toEqual(['REFUSED', ['AREAS_NOT_READ GEO_AREA']]);
    const { columns } = (await imports.job(kgz, body.job)).body;
    const { at } = columns.find(({ holds }: { holds: string | null }) => holds === 'area');
    const read = await again(body.job, { area: at });
    expect(read.summary).toMatchObject({ new: 1, rejected: 1 });
  });

  it('in which only our own country and year stand is a note', async () => {
    const { body } = await imports.send(
      kgz,
      'Report of 2025;\nKyrgyzstan;\ncode;value;Where;When\nA5.8;7;Кыргызстан;2025\n',
    );
    expect([body.state, codesOf(body)]).toEqual([
      'CHECKED',
      ['UNKNOWN_COLUMN Where', 'UNKNOWN_COLUMN When'],
    ]);
  });

  it('of other things is a note', async () => {
    const file = 'code,value,Mood,Cases\nA5.8,7,good,1950\nA6.1,3,bad,12\nA5.2,4,bad,13\n';
    const notes = (await imports.send(kgz, file)).body;
    expect(codesOf(notes)).toEqual(['UNKNOWN_COLUMN Mood', 'UNKNOWN_COLUMN Cases']);
  });
});

describe('the own country', () => {
  it.each(['Кыргызская Республика', "Qirg'iz Respublikasi", '_T'])(
    'is known as %s',
    async (name) => {
      const { body } = await imports.send(kgz, `code,country,value\nA5.8,${name},7\n`);
      expect([body.summary.new, body.problems]).toEqual([1, []]);
    },
  );
});

describe('a column of countries or years', () => {
  it.each([
    ['both', 'code,country,year,value\nA5.8,,,7\nA6.1,,,3\n'],
    ['of countries', 'code,country,value\nA5.8,,7\nA6.1,,3\n'],
    ['of years', 'code,year,value\nA5.8,,7\nA6.1, ,3\n'],
    ['of years beside our country', 'code,country,year,value\nA5.8,KGZ,,7\nA6.1,KGZ,,3\n'],
  ])('in which nothing stands says nothing: %s', async (_which, file) => {
    const { body } = await imports.send(kgz, file);
    expect([body.state, codesOf(body)]).toEqual(['CHECKED', []]);
    expect(body.summary).toMatchObject({ new: 2, rejected: 0 });
  });
});

describe('a cell beyond the head', () => {
  it('is told: a decimal comma makes two cells of a number', async () => {
    const { body } = await imports.send(kgz, 'code,value\nA5.8,12,5\nA6.1,3,\n');
    expect(told(body)).toEqual([[2, 'CELL_BEYOND_HEAD']]);
    expect(body.summary).toMatchObject({ new: 1, errors: 1 });
  });
});
