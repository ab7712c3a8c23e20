import type { Row, Workbook, Worksheet } from 'exceljs';
import { readBreakdownText } from '../templates/breakdown-text.ts';
import {
  checksumOf,
  DATA_SHEET,
  META_SHEET,
  readMeta,
  refuseOtherTemplate,
} from '../templates/template-meta.ts';
import { foldName } from '../fold-name.ts';
import { type ImportProblem, importProblem, unreadable } from '../import-problem.ts';
import { fieldOf } from './columns.ts';
import type { Field, Format, SourceRow } from './format.ts';
import { readSheetCell } from './sheet-cell.ts';
import { passGate } from './workbook-gate.ts';

/** The ministry template, and any workbook with a recognisable head. */
export const xlsx: Format = {
  name: 'xlsx',
  recognises: (bytes) => bytes[0] === 0x50 && bytes[1] === 0x4b,
  read: async (bytes, options) => {
    await passGate(bytes);
    const book = await load(bytes);
    const meta = book.getWorksheet(META_SHEET);
    if (meta) refuseOtherTemplate(readMeta(meta), options.template);
    const sheet = (meta && book.getWorksheet(DATA_SHEET)) ?? firstWithHead(book);
    const head = sheet && headOf(sheet);
    if (!sheet || !head) throw unreadable('NO_VALUE_COLUMN', { heads: '' });
    const rows = readRows(sheet, head);
    const problems = mergedRanges(sheet, head);
    if (meta && isChanged(readMeta(meta), rows))
      problems.push(importProblem('WARN', 'TEMPLATE_CHANGED'));
    const total = new Set(['', '_t', ...options.total]);
    for (const row of rows) unpackBreakdown(row.cells, total);
    return { rows, problems, seen: rows.length, decimal: null };
  },
};

const FIGURES: ReadonlySet<Field> = new Set<Field>(['value', 'numerator', 'denominator']);

async function load(bytes: Uint8Array): Promise<Workbook> {
  // heavy, and of no use to the other formats: a thread for a text starts in half the time without it
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(Uint8Array.from(bytes).buffer);
  } catch {
    throw unreadable('WORKBOOK_BROKEN');
  }
  return book;
}

interface Head {
  row: number;
  columns: { at: number; field: Field; name: string }[];
}

function firstWithHead(book: Workbook): Worksheet | undefined {
  return book.worksheets.find((sheet) => sheet.state === 'visible' && headOf(sheet) !== null);
}

/** The head is the first row that names an indicator and a value. */
function headOf(sheet: Worksheet): Head | null {
  for (let row = 1; row <= Math.min(sheet.rowCount, 30); row += 1) {
    const columns: Head['columns'] = [];
    sheet.getRow(row).eachCell((cell, at) => {
      const name = cell.text.trim();
      const field = fieldOf(name);
      if (field !== null && !columns.some((known) => known.field === field))
        columns.push({ at, field, name });
    });
    const has = (...fields: Field[]) => columns.some(({ field }) => fields.includes(field));
    if (has('indicator', 'series') && has('value', 'numerator')) return { row, columns };
  }
  return null;
}

function readRows(sheet: Worksheet, head: Head): SourceRow[] {
  const rows: SourceRow[] = [];
  sheet.eachRow((row, number) => {
    if (number > head.row) rows.push(readRow(row, number, head));
  });
  return rows;
}

function readRow(row: Row, line: number, head: Head): SourceRow {
  const cells: SourceRow['cells'] = {};
  const problems: ImportProblem[] = [];
  for (const { at, field, name } of head.columns) {
    const read = readSheetCell(row.getCell(at), name, FIGURES.has(field));
    if (read.problem) problems.push(read.problem);
    cells[field] = read.cell;
  }
  if (row.hidden && [...FIGURES].some((field) => (cells[field]?.text ?? '') !== '')) {
    problems.push(importProblem('WARN', 'HIDDEN_ROW', { row: line }));
  }
  return { line, cells, problems };
}

/** Rows were taken out, added or named anew: they are read all the same. */
function isChanged(meta: ReadonlyMap<string, string>, rows: readonly SourceRow[]): boolean {
  const locked = rows.flatMap(({ cells: { indicator, breakdown } }) =>
    indicator?.text ? [`${indicator.text} ${breakdown?.text ?? ''}`] : [],
  );
  return meta.has('checksum') && meta.get('checksum') !== checksumOf(locked);
}

/** The template names all dimensions in one column, `total` among them. */
function unpackBreakdown(cells: SourceRow['cells'], total: ReadonlySet<string>): void {
  const cell = cells.breakdown;
  if (cell === undefined) return;
  const parts = readBreakdownText(cell.text);
  if (parts === null && !total.has(foldName(cell.text))) return;
  delete cells.breakdown;
  for (const [dimension, text] of parts ?? []) cells[dimension] = { text, column: cell.column };
}

/** A merged cell holds one value for several rows: which of them it is for, only its author knows. */
function mergedRanges(sheet: Worksheet, head: Head): ImportProblem[] {
  const figures = head.columns.filter(({ field }) => FIGURES.has(field)).map(({ at }) => at);
  const { merges } = sheet.model as unknown as { merges: string[] };
  return merges.flatMap((range) => {
    const [from, to = from] = range.split(':').map((address) => sheet.getCell(address));
    if (from === undefined || to === undefined || Number(to.row) <= head.row) return [];
    const hit = figures.some((at) => at >= Number(from.col) && at <= Number(to.col));
    return hit
      ? [importProblem('ERROR', 'MERGED_RANGE', { row: Number(from.row) }, { range })]
      : [];
  });
}
