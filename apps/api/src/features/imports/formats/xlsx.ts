import type { Row, Workbook, Worksheet } from 'exceljs';
import { workbookProblem } from '../../../http/workbook-gate.ts';
import { readBreakdownText } from '../templates/breakdown-text.ts';
import {
  checksumOf,
  DATA_SHEET,
  META_SHEET,
  readMeta,
  refuseOtherTemplate,
} from '../templates/template-meta.ts';
import { foldName } from '../fold-name.ts';
import {
  type FileColumn,
  type ImportProblem,
  importProblem,
  unreadable,
  UnreadableFile,
} from '../import-problem.ts';
import { columnsOf, hasIndicator, hasValue, headAt, meaningsOf } from './columns.ts';
import { type Field, type Format, MAX_ROWS, type ReadOptions, type SourceRow } from './format.ts';
import { readSheetCell } from './sheet-cell.ts';
import { isWideHead, unfold, type ValueColumn, wideOf } from './wide.ts';

/** The ministry template, and any workbook with a recognisable head. */
export const xlsx: Format = {
  name: 'xlsx',
  recognises: (bytes) => bytes[0] === 0x50 && bytes[1] === 0x4b,
  read: async (bytes, options) => {
    const unfit = await workbookProblem(bytes, MAX_ROWS);
    if (unfit) throw unreadable(unfit.code, unfit.params);
    const book = await load(bytes);
    const meta = book.getWorksheet(META_SHEET);
    if (meta) refuseOtherTemplate(readMeta(meta), options.template);
    const { sheet, head } = tableOf(book, meta !== undefined, options);
    const rows = readRows(sheet, head);
    const problems = [...head.problems, ...mergedRanges(sheet, head)];
    if (meta && isChanged(readMeta(meta), rows))
      problems.push(importProblem('WARN', 'TEMPLATE_CHANGED'));
    const total = new Set(['', '_t', ...options.total]);
    for (const row of rows) unpackBreakdown(row.cells, total);
    return { rows, problems, seen: rows.length, decimal: null, columns: head.all };
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
  /** The columns of values of a wide table, counted from 0. */
  indicators: ValueColumn[];
  problems: ImportProblem[];
  /** Those without a meaning too. */
  all: FileColumn[];
}

interface Table {
  sheet: Worksheet;
  head: Head;
}

/** The sheet with the rows: that of the template, else the first with a recognisable head. */
function tableOf(book: Workbook, isTemplate: boolean, options: ReadOptions): Table {
  const { columns: choice } = options;
  const data = isTemplate ? book.getWorksheet(DATA_SHEET) : undefined;
  const sheets = data ? [data] : book.worksheets.filter(isShown);
  const tables = sheets.map((sheet) => ({
    sheet,
    head: headOf(sheet, { ...options, columns: null }),
  }));
  const table = tables.find(({ head }) => isComplete(head)) ?? tables[0];
  if (table === undefined) throw unreadable('EMPTY_FILE');
  const head = choice === null ? table.head : headOf(table.sheet, options);
  if (isComplete(head)) return { ...table, head };
  const heads = head.all.map(({ name }) => name).join(', ');
  throw new UnreadableFile(
    importProblem('ERROR', 'NO_VALUE_COLUMN', {}, { heads: heads.slice(0, 200) }),
    head.all,
  );
}

const isShown = ({ state, actualRowCount }: Worksheet): boolean =>
  state === 'visible' && actualRowCount > 0;

function isComplete({ columns, indicators }: Head): boolean {
  if (indicators.length > 0) return true;
  const fields = columns.map(({ field }) => field);
  return hasIndicator(fields) && hasValue(fields);
}

/** So many rows are looked at for the names of the columns and an example of each. */
const LOOKED_AT = 50;

function headOf(sheet: Worksheet, options: ReadOptions): Head {
  const texts = Array.from({ length: Math.min(sheet.rowCount, LOOKED_AT) }, (_, index) =>
    textsOf(sheet.getRow(index + 1)),
  );
  const row = headAt(texts, (each) => isWideHead(each, options)) + 1;
  const names = texts[row - 1] ?? [];
  const named = meaningsOf(names, options.columns);
  const wide = wideOf(names, named, options);
  const { fields = named, indicators = [], problems = [] } = wide ?? {};
  const columns = fields.flatMap((field, index) =>
    field === null ? [] : [{ at: index + 1, field, name: names[index] ?? '' }],
  );
  return { row, columns, indicators, problems, all: columnsOf(names, fields, texts.slice(row)) };
}

function textsOf(row: Row): string[] {
  const texts = Array.from({ length: row.cellCount }, () => '');
  row.eachCell((cell, at) => (texts[at - 1] = cell.text.trim()));
  return texts;
}

function readRows(sheet: Worksheet, head: Head): SourceRow[] {
  const rows: SourceRow[] = [];
  sheet.eachRow((row, number) => {
    if (number <= head.row) return;
    const read = readRow(row, number, head);
    if (head.indicators.length === 0) rows.push(read);
    else {
      if (row.hidden) read.problems.push(importProblem('WARN', 'HIDDEN_ROW', { row: number }));
      rows.push(
        ...unfold(read, head.indicators, ({ at, head: name }) =>
          readSheetCell(row.getCell(at + 1), name, true),
        ),
      );
    }
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
  const figures = [
    ...head.columns.filter(({ field }) => FIGURES.has(field)).map(({ at }) => at),
    ...head.indicators.map(({ at }) => at + 1),
  ];
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
