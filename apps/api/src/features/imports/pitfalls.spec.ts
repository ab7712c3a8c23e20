import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { importRequests } from '../../testing/import-requests.ts';
import { PEOPLE, reportingFixture } from '../../testing/reporting-fixture.ts';
import type { Content } from '../observations/observation.entity.ts';
import { RowChecker } from './check-rows.ts';
import { allOf } from './formats/all-of.ts';
import { formatOf } from './formats/registry.ts';
import { ImportContextReader } from './import-context.reader.ts';
import { knownCells } from './known-cells.reader.ts';
import { sheetOf } from '../../testing/workbook.ts';

// What goes wrong in spreadsheets, line by line of methods.md 8.2.
let api: TestApp;
let imports: ReturnType<typeof importRequests>;
const { kgz } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  // a rate that is typed in directly, and a count that may have decimals
  await api.em().execute(`insert into work.assignment (cycle, indicator, area, organisation)
    select 2025, 'A1.6', 'KGZ', id from work.organisation`);
  await api.em().execute(`update work.indicator set whole = false where code = 'A5.8'`);
  imports = importRequests(api);
});
afterAll(() => api.stop());

interface Told {
  typed: string | null;
  content: Content | null;
  codes: string[];
}

/** The result of checking a file with one row. */
async function rowOf(file: string | Uint8Array, lang: string | null = null): Promise<Told> {
  const bytes = typeof file === 'string' ? new Uint8Array(Buffer.from(file)) : file;
  const context = await api.app
    .get(ImportContextReader, { strict: false })
    .read(api.em(), { area: 'KGZ', cycle: 2025, lang });
  const format = formatOf(bytes);
  const { rows, decimal } = await format.read(bytes, {
    fileName: 'return',
    template: context,
    total: context.words.total,
    isIndicator: () => false,
    placeOf: () => null,
    columns: null,
  });
  const checker = new RowChecker(context, format.name);
  const fixed = decimal === null ? {} : { decimal };
  const read = (await allOf(rows())).map((one) => ({ ...one, ...fixed }));
  const [row, ...others] = await checker.check(read, (cellRefs) =>
    knownCells(api.em(), context, cellRefs),
  );
  if (row === undefined || others.length > 0) throw new Error('The file has not one row.');
  return { ...row, codes: row.problems.map(({ code }) => code) };
}

const codesOf = (body: { problems: { code: string }[] }) => body.problems.map(({ code }) => code);

describe('a number that people write', () => {
  it.each([
    ['a decimal comma', '12,5', 'ru', '12.5'],
    ['a decimal point', '12.5', 'en', '12.5'],
    ['a no-break space between thousands', '1\u00A0234,5', 'ru', '1234.5'],
    ['a narrow no-break space', '1\u202F234,5', 'kk', '1234.5'],
    ['a thin space', '1\u2009234', 'tg', '1234'],
    ['a space', '1 234', 'ky', '1234'],
    ['an apostrophe', "1'234", 'uz', '1234'],
    ['commas between thousands, in English', '7,250', 'en', '7250'],
  ])('with %s is understood', async (_what, text, lang, value) => {
    const read = await rowOf(`code;value\nA5.8;${text}\n`, lang);
    expect(read).toMatchObject({ content: { value }, codes: [] });
  });

  it.each([
    ['7,250 where the comma is decimal', 'A5.8;7,250', 'ru', '7.25', 'LOOKS_LIKE_THOUSANDS'],
    ['a point where commas are written', 'A5.8;12.5', 'ru', '12.5', 'FOREIGN_SEPARATORS'],
    ['a percent sign of a percentage', 'A1.6;12,5 %', 'ru', '12.5', 'PERCENT_SIGN'],
    ['the apostrophe of a text cell', "A5.8;'12", 'ru', '12', 'TEXT_MARKER'],
  ])('%s is understood with a warning', async (_what, row, lang, value, warning) => {
    const read = await rowOf(`code;value\n${row}\n`, lang);
    expect(read).toMatchObject({ content: { value }, codes: [warning] });
  });

  it.each([
    ['groups that are none', '12 34', 'ru', 'BAD_GROUPING'],
    ['7.250 where the comma is decimal', '7.250', 'ru', 'AMBIGUOUS_SEPARATOR'],
    ['7,250 of nobody knows which language', '7,250', undefined, 'AMBIGUOUS_SEPARATOR'],
    ['7.250 of nobody knows which language', '7.250', undefined, 'AMBIGUOUS_SEPARATOR'],
    ['a date', '07.ноя', 'ru', 'DATE_LIKE'],
    ['a percent sign of a count', '12 %', 'ru', 'UNEXPECTED_PERCENT'],
    ['a lone hyphen', '-', 'ru', 'AMBIGUOUS_DASH'],
    ['a lone dash', '—', 'ru', 'AMBIGUOUS_DASH'],
    ['a letter for a digit', '1О0', 'ru', 'LOOKALIKE_LETTER'],
    ['a footnote as a raised digit', '48³', 'ru', 'FOOTNOTE_MARK'],
    ['a footnote with its bracket', '48¹⁾', 'ru', 'FOOTNOTE_MARK'],
    ['an error of Excel', '#ДЕЛ/0!', 'ru', 'EXCEL_ERROR'],
    ['an error of Excel in English', '#DIV/0!', 'en', 'EXCEL_ERROR'],
    ['a unit', '5 чел.', 'ru', 'TRAILING_TEXT'],
    ['an interval', '5–10', 'ru', 'RANGE_OR_FRACTION'],
  ])('%s is asked about, and never guessed', async (_what, text, lang, code) => {
    const read = await rowOf(`code;value\nA5.8;${text}\n`, lang);
    expect(read).toMatchObject({ typed: text, content: null, codes: [code] });
  });
});

describe('instead of a number', () => {
  it.each([
    ['…', 'NOT_SHARED'],
    ['н/д', 'NOT_SHARED'],
    ['нет данных', 'NOT_SHARED'],
    ['деректер жоқ', 'NOT_SHARED'],
    ['маълумот нест', 'NOT_SHARED'],
    ["ma'lumot yo'q", 'NOT_SHARED'],
    ['<10', 'SUPPRESSED'],
    ['менее 5', 'SUPPRESSED'],
    ['х', 'SUPPRESSED'],
    ['*', 'SUPPRESSED'],
    ['конф.', 'SUPPRESSED'],
  ])('%s says that there is none: %s', async (text, missingReason) => {
    const { content } = await rowOf(`code;value\nA5.8;${text}\n`, 'ru');
    expect(content).toMatchObject({ value: null, missingReason });
  });
});

describe('a code', () => {
  it('with Cyrillic twins is mended, with a warning', async () => {
    const read = await rowOf('code;country;value\nА5.8;КGZ;7\n', 'ru');
    expect(read).toMatchObject({ content: { value: '7' }, codes: ['LOOKALIKE_FIXED'] });
  });

  it('with a letter that has no twin is unknown', async () => {
    const read = await rowOf('code;value\nЯ5.8;7\n', 'ru');
    expect(read.codes).toEqual(['UNKNOWN_INDICATOR']);
  });

  it.each(['2025 г.', '2025 жыл', '2025 yil', '2025.0'])('of a year: %s', async (year) => {
    const read = await rowOf(`code;year;value\nA5.8;${year};7\n`, 'ru');
    expect(read).toMatchObject({ content: { value: '7' } });
  });
});

describe('a text file', () => {
  it.each([
    ['a byte order mark', '\uFEFFcode;value\nA5.8;7\n'],
    ['commas', 'code,value\nA5.8,7\n'],
    ['tabs', 'code\tvalue\nA5.8\t7\n'],
    ['vertical bars', 'code|value\nA5.8|7\n'],
    ['a line that names its separator', 'sep=;\r\ncode;value\r\nA5.8;7\r\n'],
    ['quotes', '"code";"value"\n"A5.8";"7"\n'],
  ])('with %s is read', async (_what, file) => {
    expect(await rowOf(file)).toMatchObject({ content: { value: '7' }, codes: [] });
  });

  it('of more than 100,000 rows is refused', async () => {
    const { body } = await imports.send(kgz, `code,value\n${'A5.8,7\n'.repeat(100_001)}`);
    expect(body).toMatchObject({ state: 'REFUSED', problems: [{ code: 'TOO_MANY_ROWS' }] });
  });
});

describe('a sheet', () => {
  const HEAD = ['Код', 'Значение', 'Комментарий'];

  it('with its columns in another order, empty rows and a filter is read', async () => {
    const file = await sheetOf(
      [['Отчёт'], [], ['Комментарий', 'Значение', 'Код'], [], ['x', 7.5, 'A5.8']],
      { autoFilter: { range: 'A3:C3' } },
    );
    expect(await rowOf(file, 'ru')).toMatchObject({ content: { value: '7.5' }, codes: [] });
  });

  it('with a date where a number is expected is asked about: 3.12 became 3 December', async () => {
    const file = await sheetOf([HEAD, ['A5.8', new Date('2025-12-03')]]);
    expect((await rowOf(file, 'ru')).codes).toEqual(['DATE_CELL']);
  });

  it('with a percentage is unpacked, with a warning', async () => {
    const file = await sheetOf([HEAD, ['A1.6', 0.125]], {
      cells: new Map([['1,1', { style: { numFmt: '0.0%' } }]]),
    });
    expect(await rowOf(file)).toMatchObject({
      content: { value: '12.5' },
      codes: ['PERCENT_CELL'],
    });
  });

  it('with an error of Excel is asked about', async () => {
    const file = await sheetOf([HEAD, ['A5.8']], {
      cells: new Map([['1,1', { value: '#N/A', type: 'error' }]]),
    });
    expect((await rowOf(file)).codes).toEqual(['EXCEL_ERROR']);
  });

  it('with a formula is read by the value it had, and refused without one', async () => {
    const formula = (cell: object) =>
      sheetOf([HEAD, ['A5.8']], { cells: new Map([['1,1', { formula: '3+4', ...cell }]]) });
    const known = await formula({ formulaResult: 7 });
    expect(await rowOf(known)).toMatchObject({ content: { value: '7' }, codes: [] });
    const unknown = await formula({});
    expect((await rowOf(unknown)).codes).toEqual(['FORMULA_WITHOUT_VALUE']);
  });

  it('with merged names is read, with merged input it names the range', async () => {
    const rows = [HEAD, ['A5.8', 7, 'both'], ['A6.1', 3, 'both']];
    const names = await sheetOf(rows, {
      merges: [{ startRow: 1, startCol: 2, endRow: 2, endCol: 2 }],
    });
    expect((await imports.send(kgz, names)).body.summary).toMatchObject({ new: 2, errors: 0 });
    const input = await sheetOf(rows, {
      merges: [{ startRow: 1, startCol: 1, endRow: 2, endCol: 1 }],
    });
    const { body } = await imports.send(kgz, input);
    expect(body.problems).toContainEqual(
      expect.objectContaining({
        code: 'MERGED_RANGE',
        severity: 'ERROR',
        params: [{ name: 'range', value: 'B2:B3' }],
      }),
    );
    const commit = await imports.commit(kgz, body.job);
    expect(codesOf(commit.body)[0]).toBe('HAS_ERRORS');
  });

  it('never gives back a formula that somebody typed as text', async () => {
    const file = await sheetOf([HEAD, ['A5.8', '=1+1']]);
    const { body } = await imports.send(kgz, file);
    const { body: csv } = await imports.errors(kgz, body.job);
    expect(csv).not.toMatch(/(^|[,"])=/m);
  });
});
