import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readCsv } from '@qadam/domain';
import { type Catalogs, languages, loadCatalog } from '@qadam/i18n';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { asReleaseTime } from '../publication/release-day.ts';
import { COLUMNS, isNumber } from './formats/columns.ts';
import { READ_BACK, type Line } from './read-back.fixture.ts';
import { type ReleasedRow, releasedRows } from './released-rows.ts';
import { EXPORT_FORMATS } from './registry.ts';
import { publishThird } from '../../testing/sdmx-messages.ts';
import { openWorkbook } from '../../testing/workbook.ts';

const KEY = ['indicator', 'area', 'year', 'sex', 'age', 'urbanisation', 'region', 'breakdown'];
/** The columns that may be filled for a hidden cell: its key, its marks, and what every row says about the file. */
const OF_A_HIDDEN_CELL = [
  ...KEY,
  ...['indicator_name', 'area_name', 'unit', 'unit_name', 'obs_status', 'conf_status', 'note'],
  ...['since_release', 'release', 'released_at', 'method_version', 'citation'],
];

interface Judged extends Record<string, unknown> {
  level: { word: string; movement: string };
}
interface Law {
  elements: { code: string; counts: boolean }[];
  cells: { element: string; area: string; stage: number | null; lastDate: string }[];
  levels: { area: string; level: { word: string } }[];
}
const NO_LAW: Law = { elements: [], cells: [], levels: [] };

const levels = (await loadCatalog('en', 'levels')) as Catalogs['levels'];
const pages = (await loadCatalog('en', 'public')) as Catalogs['public'];
const WORDS: Record<'status' | 'word' | 'movement', Record<string, string>> = {
  status: pages.status,
  word: levels.word,
  movement: Object.fromEntries(
    Object.entries(levels.movement).map(([code, text]) => [code, text.replace('{{year}}', '2022')]),
  ),
};

interface Standing extends Record<string, string> {
  value: string;
}

let test: TestApp;
let number: string;
let standing: Standing[];
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
  number = await publishThird(test);
  standing = await test.em().execute<Standing[]>(
    `select ${KEY.map((name) => `v.${name}::text`).join(', ')}, coalesce(trim_scale(value)::text, '') as value,
       coalesce(trim_scale(numerator)::text, '') as numerator, coalesce(trim_scale(denominator)::text, '') as denominator,
       obs_status, coalesce(missing_reason, '') as missing_reason, coalesce(source, v.body, '') as source_id,
       coalesce(s.title, b.names ->> 'en', '') as source, coalesce(s.publisher, b.names ->> 'en', '') as publisher,
       coalesce(s.licence, case when v.body is not null then 'CC BY 4.0' end, '') as licence, coalesce(v.period, '') as period,
       r.number as since_release
     from publication.value v join publication.release r on r.sequence = v.from_release
       left join publication.source s on s.id = v.source and s.until_release is null
       left join publication.body b on b.code = v.body and b.until_release is null
     where v.until_release is null`,
  );
}, 120_000);
afterAll(() => test.stop());

const keyOf = (line: Readonly<Record<string, string>>) => KEY.map((name) => line[name]).join('|');
const byKey = (lines: readonly Readonly<Record<string, string>>[]) =>
  new Map(lines.map((line) => [keyOf(line), line]));
const only = (line: Readonly<Record<string, string>>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, line[name]]));

const machineFormats = EXPORT_FORMATS.filter(({ id }) => id !== 'csv-for-excel');
describe.each(machineFormats)('$id', ({ id, extension }) => {
  async function download(query = ''): Promise<Line[]> {
    const answer = await test.http(`/data/all.${extension}${query}`);
    expect(answer.statusCode).toBe(200);
    const read = READ_BACK[id];
    if (!read) throw new Error(`There is no way to read ${id} back.`);
    return read(answer.rawPayload);
  }

  it('says of every figure whose it is, and gives no licence without a source', async () => {
    for (const line of await download()) {
      const [source, publisher, licence] = [line['source'], line['publisher'], line['licence']];
      const hidden = line['obs_status'] === 'Q';
      expect([source, publisher, licence].map((text) => text === '')).toEqual(
        Array(3).fill(hidden),
      );
    }
  });

  /** A workbook is for people, so it holds the word for an assessment instead of its code. */
  const said = (column: 'status' | 'word' | 'movement', code: string) =>
    id !== 'xlsx' || code === '' ? code : (WORDS[column][code] ?? '');

  it('holds every cell that stands in the release, each once, with its exact figures, source, licence and release', async () => {
    const lines = await download();
    expect(lines.length).toBeGreaterThan(600);
    const compared = [
      ...KEY,
      'value',
      'numerator',
      'denominator',
      'obs_status',
      'missing_reason',
      'source_id',
      'source',
      'publisher',
      'licence',
      'period',
      'since_release',
    ];
    const read = byKey(lines);
    expect(read.size).toBe(lines.length);
    expect(read.size).toBe(standing.length);
    for (const row of standing)
      expect(only(read.get(keyOf(row)) ?? {}, compared)).toEqual(only(row, compared));
    for (const line of lines)
      expect(line).toMatchObject({
        release: number,
        released_at: expect.stringMatching(/^\d{4}-/),
      });
  });

  it('says of a hidden cell that it is hidden, and nothing else', async () => {
    const hidden = (await download()).filter((line) => line['obs_status'] === 'Q');
    expect(hidden.map(({ sex }) => sex).sort()).toEqual(['F', 'M']);
    for (const line of hidden) {
      expect(line).toMatchObject({ conf_status: 'C', note: 'Hidden to protect people.' });
      const told = Object.entries(line)
        .filter(([, text]) => text !== '')
        .map(([name]) => name);
      expect(told.filter((name) => !OF_A_HIDDEN_CELL.includes(name))).toEqual([]);
    }
  });

  it('says of each number and yes or no what its page says: the same cells, figures, marks and assessment', async () => {
    const lines = await download();
    const numbers = lines.filter(({ fact_date: date, unit }) => date === '' && unit !== 'STAGE');
    const indicators = [...new Set(numbers.map(({ indicator }) => indicator))];
    for (const code of indicators) {
      const { data } = await test.publicQuery(
        `query ($code: ID!) { indicator(code: $code, lang: en) { series { area values { ...V } breakdowns { ...V } assessment { status progress latestYear level { word movement } } } } }
         fragment V on Value { year sex age urbanisation region breakdown value obsStatus }`,
        { code },
      );
      const onPage = data.indicator.series.flatMap(
        ({
          area,
          values,
          breakdowns,
          assessment,
        }: {
          area: string;
          values: object[];
          breakdowns: object[];
          assessment: Judged | null;
        }) => [...values, ...breakdowns].map((value) => ({ area, assessment, ...value })),
      );
      const inFile = byKey(lines.filter(({ indicator }) => indicator === code));
      expect(inFile.size).toBe(onPage.length);
      for (const { assessment, value, obsStatus, ...cell } of onPage) {
        const line = inFile.get(keyOf({ indicator: code ?? '', ...cell })) ?? {};
        const isTotal = ['sex', 'age', 'urbanisation', 'region', 'breakdown'].every(
          (name) => cell[name] === '_T',
        );
        const judged =
          assessment?.latestYear === cell.year && isTotal && obsStatus !== 'Q' ? assessment : null;
        expect(line).toMatchObject({
          value: value ?? '',
          obs_status: obsStatus,
          status: said('status', judged?.status ?? ''),
          word: said('word', judged?.level.word ?? ''),
          movement: said('movement', judged?.level.movement ?? ''),
          progress: judged?.progress ?? '',
        });
      }
    }
  });

  it('says of each element of a law what its page says, and how far the law is on the facts that make it', async () => {
    const lines = (await download()).filter(({ unit }) => unit === 'STAGE');
    const laws = [...new Set(lines.map(({ indicator }) => indicator))];
    expect(laws).toContain('A2.1');
    for (const code of laws) {
      const { data } = await test.publicQuery<{ indicator: { law: Law } }>(
        `query ($code: ID!) { indicator(code: $code, lang: en) { law {
          elements { code counts } cells { element area stage lastDate } levels { area level { word } } } } }`,
        { code },
      );
      const { cells, elements, levels } = data?.indicator.law ?? NO_LAW;
      const own = lines.filter(({ indicator }) => indicator === code);
      for (const { element, area, stage, lastDate } of cells) {
        const rows = own.filter((row) => row['breakdown'] === element && row['area'] === area);
        const newest = rows.toSorted((a, b) => Number(a['year']) - Number(b['year'])).at(-1);
        expect(newest).toMatchObject({
          value: stage === null ? '' : String(stage),
          fact_date: lastDate,
          basis: expect.stringMatching(/^(OFFICIAL|MEDIA)$/),
          ...{ status: '', progress: '', pace: '' },
        });
        const { level } = levels.find((one) => one.area === area) ?? {};
        const counts = elements.find((one) => one.code === element)?.counts === true;
        expect(newest?.['word']).toBe(
          counts && stage !== null ? said('word', level?.word ?? '') : '',
        );
        for (const earlier of rows.filter((row) => row !== newest))
          expect(earlier).toMatchObject({ level: '', word: '' });
      }
    }
  });

  it('reads a past release as it was', async () => {
    const before = byKey(await download('?release=2026.1'));
    expect(before.size).toBeGreaterThan(500);
    expect(before.size).toBeLessThan(standing.length);
    for (const line of before.values())
      expect(line).toMatchObject({ release: '2026.1', since_release: '2026.1' });
  });

  it.each(languages)(
    'has its names in %s, or in the language its readers read next',
    async (lang) => {
      const lines = await download(`?lang=${lang}&i=A4.2&c=KGZ`);
      const { data } = await test.publicQuery(
        `query ($lang: Language!) { indicator(code: "A4.2", lang: $lang) { indicator { name { text } unitText { text } } areas { code name { text } } } }`,
        { lang },
      );
      const { indicator, areas } = data.indicator;
      const area = areas.find(({ code }: { code: string }) => code === 'KGZ');
      expect(lines.length).toBeGreaterThan(5);
      for (const line of lines)
        expect(line).toMatchObject({
          indicator_name: indicator.name.text,
          unit_name: indicator.unitText.text,
          area_name: area.name.text,
          citation: expect.stringMatching(
            new RegExp(`Qadam.+${number}.+/indicators/A4[.]2[?]release=${number}$`),
          ),
        });
    },
  );

  it('keeps to the countries, years and indicators asked for', async () => {
    const wanted = standing.filter(
      ({ indicator, area, year }) =>
        ['A5.8', 'A4.2'].includes(indicator ?? '') &&
        area === 'KGZ' &&
        Number(year) >= 2015 &&
        Number(year) <= 2020,
    );
    const lines = await download('?i=A5.8~A4.2&c=KGZ&t=2015..2020');
    expect(wanted.length).toBeGreaterThan(3);
    expect([...byKey(lines).keys()].sort()).toEqual([...byKey(wanted).keys()].sort());
  });
});

it('reads the same rows in pages of any size', async () => {
  const counts = Map.groupBy(standing, ({ indicator }) => indicator ?? '');
  const asked = [...counts].map(([code, rows]) => ({ code, rows: rows.length }));
  const read = async (size?: number, of = asked) => {
    const pages: ReleasedRow[][] = [];
    for await (const page of releasedRows(test.em(), 3, {}, of, size)) pages.push(page);
    return pages;
  };
  const all = await read();
  expect(Math.max(...all.map((page) => page.length))).toBe(50);
  const whole = all.flat();
  expect(whole).toHaveLength(standing.length);
  const few = asked.slice(0, 8); // a statement for each row is slow
  for (const [size, of] of [
    [1, few],
    [7, asked],
    [50, asked],
  ] as const) {
    const codes = new Set(of.map(({ code }) => code));
    const pages = await read(size, of);
    expect(Math.max(...pages.map((page) => page.length))).toBe(size);
    expect(pages.flat()).toEqual(whole.filter(({ indicator }) => codes.has(indicator)));
  }
});

describe('the file for Excel', () => {
  it.each(languages)(
    'opens in columns with a double click in %s: a mark for UTF-8, the separators and words of the language, every cell of the file for programs',
    async (lang) => {
      const { rawPayload } = await test.http(`/data/all.csv?for=excel&lang=${lang}`);
      expect([...rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const [delimiter, decimal] = lang === 'en' ? [',', '.'] : [';', ','];
      const [heading = ''] = rawPayload.toString('utf8').slice(1).split('\r\n');
      const { columns } = (await loadCatalog(lang, 'files')) as {
        columns: Record<string, string>;
      };
      expect(heading.split(delimiter)).toEqual(COLUMNS.map(({ name }) => columns[name]));
      const [, ...read] = readCsv({ bytes: rawPayload }).rows;
      const machine = await test.http(`/data/all.csv?lang=${lang}`);
      const [, ...written] = readCsv({ bytes: machine.rawPayload }).rows;
      const isNumeric = COLUMNS.map(isNumber);
      expect(read).toEqual(
        written.map((cells) =>
          cells.map((cell, at) => (isNumeric[at] ? cell.replace('.', decimal) : cell)),
        ),
      );
      const value = COLUMNS.findIndex(({ name }) => name === 'value');
      const fractions = read.filter((cells) => cells[value]?.includes(decimal));
      expect(fractions.length).toBeGreaterThan(100);
    },
  );
});

describe('every file, alone on a disk', () => {
  const HIDDEN = /hidden to protect people|could expose somebody are hidden/i;
  const read = async (url: string, extension: string) => {
    const answer = await test.http(url);
    expect([url, answer.statusCode]).toEqual([url, 200]);
    if (extension !== 'xlsx') return answer.body;
    const { sheets } = await openWorkbook(answer.rawPayload);
    return JSON.stringify(sheets.map(({ rows }) => rows));
  };
  const values = '/sdmx/data/dataflow/QADAM/DF_INDICATORS/1.0.0/*';
  it.each([
    ['/data/all.csv', 'csv'],
    ['/data/all.csv?for=excel', 'csv'],
    ['/data/all.xlsx', 'xlsx'],
    ['/data/all.json', 'json'],
    ['/data/datapackage.json', 'json'],
    ['/data/catalog.jsonld', 'json'],
    [values, 'json'],
    [`${values}?dimensionAtObservation=AllDimensions`, 'json'],
    [`${values}?format=csv`, 'csv'],
    [`${values}?format=genericdata`, 'xml'],
    ['/iati/activities.xml', 'xml'],
    ['/iati/activities/KAZ.xml', 'xml'],
    ['/dhis2/adx.xml', 'xml'],
    ['/dhis2/dataValueSets.json', 'json'],
  ])(
    '%s says its release, time, citation, licences and that cells are hidden',
    async (url, kind) => {
      const text = await read(url, kind);
      const [release] = await test
        .em()
        .execute<{ at: string }[]>(
          `select published_at as at from publication.release where number = ?`,
          [number],
        );
      const time = release ? asReleaseTime(new Date(release.at)) : 'never';
      const day = time.slice(0, 10);
      expect(text).toContain(number);
      expect(text).toContain(kind === 'csv' && url.startsWith('/sdmx') ? day : time);
      expect(text).toContain(`Qadam, release ${number}, ${day}. http://localhost:3000/en`);
      // IATI has only the actions, without context indicators, so not every licence occurs in it.
      const named = url.startsWith('/iati')
        ? ['CC BY 4.0', ...(url.includes('KAZ') ? [] : ['facts with attribution'])]
        : ['CC BY 4.0', 'CC BY 3.0 IGO', 'facts with attribution'];
      for (const licence of named) expect(text).toContain(licence);
      expect(text).toMatch(HIDDEN);
    },
  );
});
