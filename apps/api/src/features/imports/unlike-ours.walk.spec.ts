import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { type FileReader, startFileReader } from '../../testing/read-files.ts';

// Files of known kinds in unfamiliar forms: what is read from them, and what is left out rather than guessed.
let reader: FileReader;
const readAs = (...file: Parameters<FileReader['readAs']>) => reader.readAs(...file);
const ORDERS = 'Выданные охранные ордера';

beforeAll(async () => {
  reader = await startFileReader();
});
afterAll(() => reader.stop());

const workbook = async (sheets: WriteSheet[]) => new Uint8Array(await writeXlsx({ sheets }));

describe('the head of a column', () => {
  it.each([
    ['months', 'январь-июнь 2019;январь-июнь 2020'],
    ['quarters', 'I кв. 2019;II кв. 2020'],
    ['quarters of SDMX', '2019-Q1;2020-Q1'],
    ['days', 'на 01.01.2019;на 01.01.2020'],
    ['plans', '2019 план;2020 план'],
    ['forecasts', '2024 (прогноз);2025 (прогноз)'],
  ])('that speaks of %s is none of a year', async (_what, heads) => {
    const { rows, codes } = await readAs(`Показатель;${heads}\n${ORDERS};60;70\n`);
    expect(rows).toEqual([]);
    expect(codes).toEqual(['NO_VALUE_COLUMN']);
  });

  it('may have the mark of a footnote behind its year', async () => {
    const { rows } = await readAs(
      `Показатель;2019¹;2020*;20211);2022 год\n${ORDERS};60;70;80;90\n`,
    );
    expect(rows).toEqual(['A5.8 2019 = 60', 'A5.8 2020 = 70', 'A5.8 2021 = 80', 'A5.8 2022 = 90']);
  });

  it('is never a row of the data: no year is stored as a value', async () => {
    const file = [
      '"Country","Indicator","Year","Persons"',
      '"Kyrgyzstan","A5.8","2016",65',
      '"Kyrgyzstan","A5.8","2017",66',
    ].join('\n');
    const { rows, codes } = await readAs(file, 'px.csv', 'en');
    expect([rows, codes]).toEqual([[], ['NO_VALUE_COLUMN']]);
  });
});

describe('the name of a sheet', () => {
  const sheet = (name: string, value: number, heads = ['Показатель', '2019']): WriteSheet => ({
    name,
    rows: [heads, [ORDERS, value]],
  });

  it('says the sex of its rows', async () => {
    const bytes = await workbook([sheet('Женщины', 50), sheet('Мужчины', 10)]);
    expect((await readAs(bytes, 'a.xlsx')).rows).toEqual(['A5.8 2019 F = 50', 'A5.8 2019 M = 10']);
  });

  it('says their year', async () => {
    const heads = ['Показатель', 'женщины', 'мужчины'];
    const rows = [heads, [ORDERS, 50, 10]];
    const bytes = await workbook(['2019', '2020'].map((name) => ({ name, rows })));
    expect((await readAs(bytes, 'a.xlsx')).rows).toEqual([
      ...['A5.8 2019 F = 50', 'A5.8 2019 M = 10'],
      ...['A5.8 2020 F = 50', 'A5.8 2020 M = 10'],
    ]);
  });

  it('of a region or another country is not that of the whole', async () => {
    const bytes = await workbook([sheet('Бишкек', 5), sheet('Казахстан', 7)]);
    expect((await readAs(bytes, 'a.xlsx')).rows).toEqual([]);
  });
});

describe('a figure', () => {
  it('with the mark of a footnote is the figure without it, and 121) is asked', async () => {
    const file =
      'Код;Год;Значение\nA5.8;2019;12¹\nA5.8;2020;12*\nA5.8;2021;12 1)\nA5.8;2022;121)\n';
    const { rows, codes } = await readAs(file);
    expect(rows).toEqual(['A5.8 2019 = 12', 'A5.8 2020 = 12', 'A5.8 2021 = 12']);
    expect(codes).toEqual(expect.arrayContaining(['TAKEN_AS', 'NOT_A_NUMBER']));
  });

  it('with a raised digit in a workbook is not ten times as large', async () => {
    const raised = { text: '1', font: { vertAlign: 'superscript' as const } };
    const cell = { value: '121', richText: [{ text: '12' }, raised] };
    const rows = [
      ['Код', 'Год', 'Значение'],
      ['A5.8', 2019, '121'],
    ];
    const bytes = await workbook([{ name: 's', rows, cells: new Map([['1,2', cell]]) }]);
    expect((await readAs(bytes, 'a.xlsx')).rows).toEqual(['A5.8 2019 = 12']);
  });

  it('in thousands is multiplied, wherever that is said', async () => {
    const column = `Показатель;Единица измерения;2019\n${ORDERS};тыс. единиц;6\n`;
    const title = `${ORDERS}, тыс. единиц\n\nТерритория;2019;2020\nКыргызская Республика;6,1;7\n`;
    expect((await readAs(column)).rows).toEqual(['A5.8 2019 = 6000']);
    expect((await readAs(title)).rows).toEqual(['A5.8 2019 = 6100', 'A5.8 2020 = 7000']);
  });

  it('in another unit than the indicator is left out', async () => {
    const file = [
      'REF_AREA,INDICATOR,TIME_PERIOD,UNIT_MEASURE,OBS_VALUE',
      'KG,A5.9,2019,PER_100000_POP,35',
      'KG,A5.8,2020,PT,35',
      'KG,A5.9,2021,PT,35',
    ].join('\n');
    const { rows, codes } = await readAs(file, 'a.csv', 'en');
    expect([rows, codes]).toEqual([['A5.9 2021 = 35'], expect.arrayContaining(['OTHER_UNIT'])]);
  });

  it.each([
    ['a column of months', 'Код;Год;Месяц;Значение\nA5.8;2021;1;5\n'],
    ['a column of quarters', 'Код;Год;Квартал;Значение\nA5.8;2021;I;5\n'],
    ['its frequency', 'FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\nM,KG,A5.8,2021,5\n'],
    ['its period', 'REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\nKG,A5.8,2021-Q1,5\n'],
  ])('of a part of a year, as %s says, is none of the year', async (_what, file) => {
    const { rows, codes } = await readAs(file);
    expect([rows, codes]).toEqual([[], expect.arrayContaining(['NOT_ANNUAL'])]);
  });

  it('below “из них” is one of the part, not of the whole', async () => {
    const file = `Показатель;2019\n${ORDERS};\nиз них женщины;50\nиз них в городах;9\n`;
    expect((await readAs(file)).rows).toEqual(['A5.8 2019 F = 50']);
  });
});

describe('a message of SDMX', () => {
  const specific = (dataSet: string, inside: string) =>
    `<?xml version="1.0"?><x:StructureSpecificData xmlns:x="m"><x:DataSet ${dataSet}>${inside}</x:DataSet></x:StructureSpecificData>`;
  const series = (value: string) =>
    `<Series SERIES="KG.5.2.1.3" SEX="_T"><Obs TIME_PERIOD="2021" OBS_VALUE="${value}"/></Series>`;

  it('that tells what is to be deleted brings nothing', async () => {
    const xml = specific('action="Delete" REF_AREA="KG"', series('17'));
    const csv =
      'STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,SERIES,TIME_PERIOD,OBS_VALUE\n' +
      'dataflow,X:DF(1.0),D,KG,KG.5.2.1.3,2022,18\n';
    expect((await readAs(xml, 'a.xml')).rows).toEqual([]);
    expect((await readAs(csv, 'a.csv')).rows).toEqual([]);
    const stays = await readAs(xml.replace('Delete', 'Append'), 'a.xml');
    expect(stays.rows).toEqual(['A5.10 2021 = 17']);
    const told = await readAs(csv.replace(',D,', ',I,'), 'a.csv');
    expect(told.rows).toEqual(['A5.10 2022 = 18']);
  });

  it('tells of its data set and its groups what holds for all their values', async () => {
    const ofAll = specific('REF_AREA="KG" UNIT_MULT="3"', series('17'));
    const group = '<Group SERIES="KG.5.2.1.3" UNIT_MULT="3"/>';
    const ofGroup = specific('REF_AREA="KG"', group + series('17'));
    expect((await readAs(ofAll, 'a.xml')).rows).toEqual(['A5.10 2021 = 17000']);
    expect((await readAs(ofGroup, 'a.xml')).rows).toEqual(['A5.10 2021 = 17000']);
  });

  it('may name the dimension of its observations in its header, and nothing by NaN', async () => {
    const xml = `<?xml version="1.0"?><m:GenericData xmlns:m="m" xmlns:g="g"><m:Header><m:Structure dimensionAtObservation="SEX"/></m:Header>
      <m:DataSet><g:Series><g:SeriesKey><g:Value id="SERIES" value="KG.5.2.1.3"/><g:Value id="REF_AREA" value="KG"/><g:Value id="TIME_PERIOD" value="2021"/></g:SeriesKey>
      <g:Obs><g:ObsDimension value="F"/><g:ObsValue value="14"/></g:Obs><g:Obs><g:ObsDimension value="M"/><g:ObsValue value="NaN"/></g:Obs></g:Series></m:DataSet></m:GenericData>`;
    expect((await readAs(xml, 'a.xml')).rows).toEqual(['A5.10 2021 F = 14']);
  });
});

describe('the tables of the ILO', () => {
  it('are read with their totals, labels and parts of years', async () => {
    const file = [
      'ref_area,source,indicator,sex,classif1,time,obs_value,obs_status',
      'KGZ,BA:480,A5.10,SEX_F,AGE_AGGREGATE_TOTAL,2019,35,',
      'KGZ,BA:480,A5.10,SEX_T,AGE_AGGREGATE_TOTAL,2019Q1,9,',
    ].join('\n');
    const { rows, codes } = await readAs(file, 'ilo.csv', 'en');
    expect([rows, codes]).toEqual([['A5.10 2019 F = 35'], ['NOT_ANNUAL']]);
    const labels = [
      'ref_area.label,indicator.label,sex.label,time,obs_value',
      'Kyrgyzstan,Protection orders issued,Female,2019,35',
    ].join('\n');
    expect((await readAs(labels, 'ilo.csv', 'en')).rows).toEqual(['A5.8 2019 F = 35']);
  });
});

it('a file of PxWeb is a cube of JSON-stat, whose years and countries are labels', async () => {
  const fixture = path.join(import.meta.dirname, 'formats/fixtures/json-stat/ok/pxweb.json');
  const file = readFileSync(fixture, 'utf8').replace(
    'Women among police officers by country and year',
    'Women among police officers',
  );
  const { rows } = await readAs(file, 'unece.json', 'en');
  expect(rows).toEqual(['A5.9 2016 = 6.5', 'A5.9 2017 = 7.25']);
});

it('a text is read in UTF-16 of either order', async () => {
  const text = Buffer.from('\uFEFFКод\tГод\tЗначение\nA5.8\t2019\t6\n', 'utf16le');
  const either = [text, Buffer.from(text).swap16()];
  for (const bytes of either)
    expect((await readAs(new Uint8Array(bytes), 'a.txt')).rows).toEqual(['A5.8 2019 = 6']);
});

describe('the title of a table', () => {
  const table = (title: string) =>
    readAs(`${title}\n\nТерритория;2019;2020\nКыргызская Республика;6;7\n`);

  it('that names a part of the year makes its figures those of the part', async () => {
    const { rows, codes } = await table(`${ORDERS} (январь–июнь)`);
    expect([rows, codes]).toEqual([[], expect.arrayContaining(['NOT_ANNUAL'])]);
  });

  it('may name the months before a survey, and a year', async () => {
    const title = 'Кыргызская Республика, за последние 12 месяцев, 2018 год';
    const { rows } = await readAs(`${title}\n\n;женщины;мужчины\n${ORDERS};6;7\n`);
    expect(rows).toEqual(['A5.8 2018 F = 6', 'A5.8 2018 M = 7']);
  });
});

it('a sheet of a quarter or a plan brings nothing', async () => {
  const rows = [
    ['Показатель', '2019', '2020'],
    [ORDERS, 6, 7],
  ];
  const bytes = await workbook(['I квартал', 'План'].map((name) => ({ name, rows })));
  const { rows: read, codes } = await readAs(bytes, 'a.xlsx');
  expect([read, codes]).toEqual([[], expect.arrayContaining(['NOT_ANNUAL'])]);
});

it('a row of an unknown name is not that of the sheet or title above it', async () => {
  const rows = [
    ['Показатель', '2019', '2020'],
    ['Отказано', 5, 6],
  ];
  const bytes = await workbook([{ name: 'A5.8', rows }]);
  const { rows: read } = await readAs(bytes, 'a.xlsx');
  expect(read).toEqual([]);
  const titled = await readAs(`${ORDERS}\n\n;2019;2020\nОтказано;5;6\n`);
  expect(titled.rows).toEqual([]);
});

it('the codes of indicators and ages beside a year are no days', async () => {
  const { rows } = await readAs('Территория;A5.8 2019;A5.8 2020\nКыргызская Республика;6;7\n');
  expect(rows).toEqual(['A5.8 2019 = 6', 'A5.8 2020 = 7']);
});

it('a measure may be a unit', async () => {
  const file = 'Indicator,Measure,Year,Value\nA5.9,Number,2019,35\nA5.9,Percent,2020,36\n';
  const { rows, codes } = await readAs(file, 'a.csv', 'en');
  expect([rows, codes]).toEqual([['A5.9 2020 = 36'], ['OTHER_UNIT']]);
});

it('what is told of the year in other words is of the year', async () => {
  const words = ['ежегодная', 'годовые', 'жылдық', 'солона', 'yillik', 'A: Annual', '_Z'];
  const file = words.map((word, at) => `A5.8;${2013 + at};${word};5`).join('\n');
  const { rows } = await readAs(`Код;Год;Периодичность;Значение\n${file}\n`);
  expect(rows).toHaveLength(words.length);
});

describe('a cube of JSON-stat', () => {
  const cube = (more: object) =>
    JSON.stringify({
      class: 'dataset',
      version: '2.0',
      label: 'Protection orders issued',
      id: ['Indicator', 'Year'],
      size: [1, 2],
      dimension: {
        Indicator: { category: { index: ['A5.8'], label: { 'A5.8': 'A5.8' } } },
        Year: { category: { index: ['2016', '2017'] } },
      },
      role: { metric: ['Indicator'], time: ['Year'] },
      value: [6, 7],
      ...more,
    });

  it('of other sizes than its categories is broken', async () => {
    expect((await readAs(cube({}), 'a.json')).rows).toHaveLength(2);
    const { rows, codes } = await readAs(cube({ size: [1, 3] }), 'a.json');
    expect([rows, codes]).toEqual([[], ['JSON_BROKEN']]);
  });

  it('may tell the unit of its figures', async () => {
    const category = {
      index: ['A5.8'],
      label: { 'A5.8': 'A5.8' },
      unit: { 'A5.8': { base: 'cases', multiplier: '3' } },
    };
    const year = { category: { index: ['2016', '2017'] } };
    const text = cube({ dimension: { Indicator: { category }, Year: year } });
    expect((await readAs(text, 'a.json')).rows).toEqual(['A5.8 2016 = 6000', 'A5.8 2017 = 7000']);
  });

  it('of more cells than a file may have is refused', async () => {
    const years = Array.from({ length: 1001 }, (_, at) => String(at));
    const dimension = {
      Indicator: { category: { index: years } },
      Year: { category: { index: years } },
    };
    const { codes } = await readAs(cube({ size: [1001, 1001], dimension }), 'a.json');
    expect(codes).toEqual(['TOO_MUCH_WORK']);
  });
});

describe('a header, a group or a data set of SDMX', () => {
  const specific = (header: string, dataSets: string) =>
    `<?xml version="1.0"?><x:StructureSpecificData xmlns:x="m"><x:Header>${header}</x:Header>${dataSets}</x:StructureSpecificData>`;
  const obs = (year: number) =>
    `<Obs SERIES="KG.5.2.1.3" REF_AREA="KG" SEX="_T" TIME_PERIOD="${String(year)}" OBS_VALUE="17"/>`;

  it('may say in its header that all is to be deleted', async () => {
    const header = '<x:DataSetAction>Delete</x:DataSetAction>';
    const deleted = specific(header, `<x:DataSet>${obs(2021)}</x:DataSet>`);
    expect((await readAs(deleted, 'a.xml')).rows).toEqual([]);
    const kept = specific(header, `<x:DataSet action="Append">${obs(2021)}</x:DataSet>`);
    expect((await readAs(kept, 'a.xml')).rows).toEqual(['A5.10 2021 = 17']);
  });

  it('tells of its groups what holds where there are no series, and of no other data set', async () => {
    const group = '<Group SERIES="KG.5.2.1.3" UNIT_MULT="3"/>';
    const both = specific(
      '',
      `<x:DataSet>${group}${obs(2021)}</x:DataSet><x:DataSet>${obs(2022)}</x:DataSet>`,
    );
    const { rows } = await readAs(both, 'a.xml');
    expect(rows).toEqual(['A5.10 2021 = 17000', 'A5.10 2022 = 17']);
  });

  it('as JSON tells of its data set what holds for all', async () => {
    const value = (id: string) => ({ id, values: [] });
    const one = (id: string, text: string) => ({ id, values: [{ id: text }] });
    const structure = {
      dimensions: {
        series: [one('SERIES', 'KG.5.2.1.3'), one('REF_AREA', 'KG')],
        observation: [one('TIME_PERIOD', '2021')],
      },
      attributes: { dataSet: [one('UNIT_MULT', '3')], observation: [] },
      measures: { observation: [value('OBS_VALUE')] },
    };
    const dataSet = {
      structure: 0,
      attributes: [0],
      series: { '0:0': { observations: { 0: [17] } } },
    };
    const text = JSON.stringify({ data: { dataSets: [dataSet], structures: [structure] } });
    expect((await readAs(text, 'a.json')).rows).toEqual(['A5.10 2021 = 17000']);
  });
});
