import { createRequire } from 'node:module';
import { buffer, text } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { openWorkbook as readByImport } from '../features/imports/formats/workbook.ts';
import { openWorkbook } from '../testing/workbook.ts';
import { Looks } from './looks.ts';
import { type Cell, columnName, sheetXml } from './sheet.ts';
import { writeWorkbook } from './write-workbook.ts';

const MADE = new Date('2026-11-25T08:00:00Z');
const ODD = [
  'a & b < c > "d"',
  ' two  spaces, a\ttab\nand a line ',
  '\r and \u0001',
  '_x000D_',
  '=1+1',
  'Қазақстан 🇰🇿',
];

describe('a workbook', () => {
  it('holds every text as it is, for a spreadsheet and for the import', async () => {
    const rows = [ODD, [1, -1.5, 1e21, null, 0]];
    const bytes = await buffer(writeWorkbook([{ name: 'A & "B"', widths: [], rows }], MADE));
    const opened = await openWorkbook(bytes);
    expect(opened.sheet('A & "B"').rows).toEqual([ODD, [1, -1.5, 1e21, null, 0, null]]);
    const [sheet] = await readByImport(bytes);
    const read: unknown[][] = [];
    for await (const { cells } of sheet?.rows() ?? [])
      read.push(Array.from(cells.values(), ({ content }) => content));
    expect(read).toEqual([ODD, [1, -1.5, 1e21, 0]]);
  });

  it('asks spreadsheets to keep spaces where they would cut them off', async () => {
    const rows = [[' before', 'after\n', 'in between']];
    const xml = await text(sheetXml({ name: 'Data', widths: [], rows }, new Looks()));
    expect(xml.match(/<t[^>]*>/g)).toEqual([
      '<t xml:space="preserve">',
      '<t xml:space="preserve">',
      '<t>',
    ]);
  });

  it('gives a text that comes again the look of its cell', async () => {
    const bold: Cell = { value: 'a & b', look: { bold: true } };
    const rows = [
      [bold, 'a & b'],
      ['a & b', bold],
    ];
    const sheet = { name: 'Data', widths: [], texts: { text: true }, rows };
    const xml = await text(sheetXml(sheet, new Looks()));
    const cells = xml.matchAll(/<c r="(\w+)" s="(\d)" t="inlineStr"><is><t>a &amp; b</g);
    expect(Array.from(cells, ([, address, look]) => [address, look])).toEqual([
      ['A1', '1'],
      ['B1', '2'],
      ['A2', '2'],
      ['B2', '1'],
    ]);
  });

  it('holds each of many texts, and those that come again after them', async () => {
    const long = 'Қазақстан '.repeat(100);
    const many = Array.from({ length: 2001 }, (_, at) => [`text ${String(at)}`, `${long}${at}`]);
    const rows = [...many, ...many.slice(0, 2)];
    const bytes = await buffer(writeWorkbook([{ name: 'Data', widths: [], rows }], MADE));
    expect((await openWorkbook(bytes)).sheet('Data').rows).toEqual(rows);
  });

  it('holds texts that are longer than what is handed on at a time', async () => {
    const rows = [['ә'.repeat(32_767), 'Қ'.repeat(32_767), '1'.repeat(100_000)], ['after']];
    const bytes = await buffer(writeWorkbook([{ name: 'Long', widths: [], rows }], MADE));
    const opened = await openWorkbook(bytes);
    expect(opened.sheet('Long').rows).toEqual([rows[0], ['after', null, null]]);
  });

  it('hands a failure of its rows to its reader', async () => {
    const rows = (function* () {
      yield ['one'];
      throw new Error('The database went away.');
    })();
    const written = buffer(writeWorkbook([{ name: 'Data', widths: [], rows }], MADE));
    await expect(written).rejects.toThrow('The database went away.');
  });

  it('is packed with the checksum of Node, not with one in JavaScript', () => {
    const asYazl = createRequire(import.meta.resolve('yazl'));
    expect(asYazl('buffer-crc32')).toEqual({ unsigned: crc32 });
  });

  it('names its columns as spreadsheets do', () => {
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });
});
