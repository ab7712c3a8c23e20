import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type ImportProblem, UnreadableFile } from '../import-problem.ts';
import { allOf } from './all-of.ts';
import type { SourceRow } from './format.ts';
import { FORMATS, formatOf } from './registry.ts';
import { rootOf } from './xml.ts';

const folder = path.join(import.meta.dirname, 'fixtures');
const files = (...parts: string[]) => readdirSync(path.join(folder, ...parts));

async function read(...parts: string[]) {
  const bytes = readFileSync(path.join(folder, ...parts));
  const format = formatOf(bytes);
  const options = {
    fileName: parts.at(-1) ?? '',
    template: { area: 'KGZ', cycle: 2025 },
    total: [],
    isIndicator: (text: string) => /^[A-Z]\d\.\d+$/.test(text),
    placeOf: () => null,
    columns: null,
  };
  const { rows, problems, ...file } = await format.read(bytes, options);
  const read = await allOf(rows());
  const all = [...problems, ...read.flatMap((row) => row.problems)];
  return { name: format.name, rows: read, again: rows, problems: all, ...file };
}

async function troubleOf(...parts: string[]): Promise<ImportProblem[]> {
  try {
    return (await read(...parts)).problems;
  } catch (error) {
    if (error instanceof UnreadableFile) return error.problems;
    throw error;
  }
}

const texts = ({ cells }: SourceRow) =>
  Object.fromEntries(Object.entries(cells).map(([field, { text }]) => [field, text]));

describe.each(FORMATS.map(({ name }) => name))('%s', (name) => {
  it.each(files(name, 'ok'))(
    'reads %s: every row, in the order of the file, each time anew',
    async (file) => {
      const { rows, problems, ...found } = await read(name, 'ok', file);
      expect(found.name).toBe(name);
      expect(problems.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
      expect(rows.length).toBeGreaterThan(0);
      expect(await allOf(found.again())).toEqual(rows);
      const lines = rows.map(({ line }) => line);
      expect(lines).toEqual(lines.toSorted((a, b) => a - b));
      for (const { cells } of rows) {
        expect(cells.indicator ?? cells.series).toBeDefined();
        expect(cells.value ?? cells.numerator).toBeDefined();
      }
      // the warning that the file must give is part of its name
      const [warning] = /[A-Z]+_[A-Z_]+(?=\.)/.exec(file) ?? [];
      if (warning) expect(problems.map(({ code }) => code)).toContain(warning);
    },
  );

  it.each(files(name, 'not-ok'))('tells the fault of %s', async (file) => {
    const problems = await troubleOf(name, 'not-ok', file);
    const red = problems.filter(({ severity }) => severity === 'ERROR');
    expect(red.map(({ code }) => code)).toEqual([path.parse(file).name]);
  });
});

describe('what stands in a file', () => {
  it('of the Kyrgyz office: series, area, and attributes of the series on each observation', async () => {
    const { rows } = await read('sdmx-structure-specific', 'ok', 'kgz_5.3.1.xml');
    expect(texts(rows[0] ?? { line: 0, cells: {}, problems: [] })).toMatchObject({
      series: 'SP_DYN_MRBF18',
      area: 'KG',
      sex: 'F',
      age: 'Y0T18',
      urbanisation: '_T',
      year: '2018',
      value: '12.9',
      status: 'A',
      unitMultiplier: '0',
    });
  });

  it('of the Tajik office: concepts of the key, the time and the value', async () => {
    const { rows, decimal } = await read('sdmx-generic', 'ok', 'tjk_tajstat.xml');
    expect(decimal).toBe('.');
    expect(texts(rows[0] ?? { line: 0, cells: {}, problems: [] })).toMatchObject({
      series: 'SI_POV_DAY1',
      area: 'tj',
      year: '2015',
      value: '4.81',
    });
  });

  it('of the Kazakh office: a breakdown of a dimension that is not ours, a series in the name of the file', async () => {
    const violence = await read('csv', 'ok', 'kaz_indicator_5-2-1.csv');
    expect(violence.rows.map(texts)[0]).toMatchObject({
      series: '_L_KZ_050201_1A',
      breakdown: '_L_TVL_PHSVL',
      value: '16.2',
    });
    const homicide = await read('csv', 'ok', 'kaz_indicator_16-1-1.csv');
    expect(homicide.rows.map(texts)[1]).toMatchObject({
      series: 'kaz_indicator_16-1-1',
      sex: 'M',
      value: '7.2',
    });
  });

  it('of SDMX-JSON: codes for places, texts in the language of most readers, figures digit by digit, and nothing that is gone', async () => {
    const series = await read('sdmx-json', 'ok', 'version-1.json');
    expect(series.rows.map(texts)).toEqual([
      expect.objectContaining({
        ...{ area: 'KG', indicator: 'A5_8', sex: 'F', year: '2025', value: '21', status: 'A' },
        ...{ unit: 'NUMBER', comment: 'ведомственный учёт' },
      }),
      expect.objectContaining({ sex: 'M', value: '43.10' }),
    ]);
    const flat = await read('sdmx-json', 'ok', 'version-2-flat.json');
    expect(flat.rows.map(texts)).toEqual([
      expect.objectContaining({ area: 'KG', value: '64', comment: 'administrative record' }),
    ]);
  });

  it('of our own JSON: the columns of the table, figures digit by digit', async () => {
    const { rows } = await read('json-table', 'ok', 'release.json');
    expect(rows.map(texts)).toEqual([
      expect.objectContaining({ indicator: 'A5.8', area: 'KGZ', year: '2025', value: '21.50' }),
      expect.objectContaining({ sex: 'M', value: '43' }),
    ]);
  });

  it('of DHIS2: categories as attributes, or as a combination by code', async () => {
    const expected = [
      { indicator: 'F1_1', area: 'KG', year: '2025', sex: 'F', value: '21' },
      { indicator: 'F1_1', area: 'KG', year: '2025', sex: 'M', value: '43' },
    ];
    expect((await read('adx', 'ok', 'dhis2-adx.xml')).rows.map(texts)).toEqual(expected);
    expect(
      (await read('dhis2-json', 'ok', 'dhis2-datavalueset.json')).rows.map(texts),
    ).toMatchObject(expected);
  });

  it('of SDMX-CSV with labels: the code, and nothing for NaN', async () => {
    const { rows } = await read('sdmx-csv', 'ok', 'version-1-labels.csv');
    expect(rows.map(texts)).toMatchObject([
      { area: 'KG', indicator: 'A5_8', sex: '_T', value: '7' },
      { area: '417', value: '', status: 'M' },
    ]);
  });

  it('of a workbook: typed numbers exactly, a percentage unpacked, a formula by its value', async () => {
    const value = async (file: string, row: number) =>
      (await read('xlsx', 'ok', file)).rows[row]?.cells.value;
    expect(await value('plain.xlsx', 0)).toEqual({ text: '1234', column: 'Значение', typed: true });
    expect(await value('percent-PERCENT_CELL.xlsx', 1)).toMatchObject({ text: '12.5' });
    expect(await value('formula-with-value.xlsx', 0)).toMatchObject({ text: '7' });
    expect(await value('text-numbers.xlsx', 0)).toEqual({ text: '1 234', column: 'Значение' });
  });

  it('of a workbook that names its parts, rows and cells in ways that Excel does not', async () => {
    const { rows } = await read('xlsx', 'ok', 'of-another-program.xlsx');
    expect(rows.map(({ line, ...row }) => [line, texts({ line, ...row })])).toEqual([
      [2, { indicator: 'A5.8', value: '12.5', comment: '2025-01-02' }],
      [5, { indicator: 'A5.8', value: '1', comment: 'as of\r' }],
    ]);
  });
});

describe('the first element of a file', () => {
  const root = (text: string) => rootOf(Buffer.from(text));

  it.each([
    ['<adx/>', 'adx'],
    ['\uFEFF<?xml version="1.0"?>\n<!-- <no> -->\n<ns:adx>', 'adx'],
    ['<!DOCTYPE adx [<!ENTITY a "b">]><adx>', 'adx'],
    ['<!DOCTYPE adx SYSTEM "a.dtd"> <adx>', 'adx'],
    ['indicator,value\n<adx>', null],
    ['<?xml version="1.0"', null],
    ['<!-- <adx>', null],
  ])('of %j is %j', (text, name) => {
    expect(root(text)).toBe(name);
  });

  it.each(['<?a?>', '<!---->', '<!DOCTYPE a>', '<!DOCTYPE ', '<?', ' '])(
    'is sought behind %j over and over, in as many steps as there are',
    (piece) => {
      // in quadratic time this would take hours
      expect(root(piece.repeat(1_000_000))).toBeNull();
    },
  );
});
