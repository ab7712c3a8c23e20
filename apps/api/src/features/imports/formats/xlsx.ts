import { workbookProblem } from '../../../http/workbook-gate.ts';
import { readBreakdownText } from '../templates/breakdown-text.ts';
import {
  checksumOf,
  DATA_SHEET,
  META_SHEET,
  refuseOtherTemplate,
} from '../templates/template-meta.ts';
import { foldName } from '../fold-name.ts';
import {
  type ImportProblem,
  importProblem,
  unreadable,
  UnreadableFile,
} from '../import-problem.ts';
import {
  type Facts,
  type Field,
  type Format,
  MAX_ROWS,
  type ReadOptions,
  type SourceRow,
} from './format.ts';
import { BREAKDOWN } from './columns.ts';
import { MergedCells, type MergedRange, rangesOf } from './merged-cells.ts';
import { isDimensionOfWho, isReadByName, toRow } from './record.ts';
import { readSheetCell, textOf } from './sheet-cell.ts';
import { type Head, headOf, isComplete, namesOf } from './sheet-head.ts';
import type { SheetRow } from './sheet-rows.ts';
import { areFigures, isBlank } from './figures.ts';
import { isNotYet } from './head-words.ts';
import { otherTable, tableWatch } from './other-table.ts';
import { unfold } from './unfold.ts';
import { sameKind, unsaid } from './unsaid.ts';
import { unreadColumns } from './unread-columns.ts';
import { inOneLanguage, nameOf, NO_STUB, stubReader } from './stub.ts';
import { factsOfSheet } from './table-facts.ts';
import { openWorkbook, type Sheet } from './workbook.ts';

/** The ministry template, and any workbook with a recognisable head. */
export const xlsx: Format = {
  name: 'xlsx',
  recognises: (bytes) => bytes[0] === 0x50 && bytes[1] === 0x4b,
  read: async (bytes, options) => {
    const unfit = await workbookProblem(bytes, MAX_ROWS);
    if (unfit) throw unreadable(unfit.code, unfit.params);
    const sheets = await openWorkbook(bytes);
    const meta = await metaOf(sheets);
    if (meta) refuseOtherTemplate(meta, options.template);
    const { tables, unread } = await tablesOf(sheets, meta !== null, options);
    const [first, ...further] = tables;
    await lookThrough(first, options);
    for (const table of further)
      await lookThrough(table, options).catch((error: unknown) => {
        throw error instanceof UnreadableFile ? refusedOn(table, error) : error;
      });
    const faultsOf = (table: Table) => [
      ...table.head.problems,
      ...(table.below === null ? [] : [otherTable(table.below.from, table.below.to)]),
      ...mergedFigures(table),
    ];
    const problems = [
      ...faultsOf(first),
      ...further.flatMap((table) => faultsOf(table).map((fault) => placedOn(table, fault))),
    ];
    if (unread.length > 0)
      problems.push(importProblem('WARN', 'SHEETS_NOT_READ', {}, { sheets: namesIn(unread) }));
    // rows were removed, added or renamed: the file is read nevertheless
    if (meta?.has('checksum') && meta.get('checksum') !== (await checksumIn(first, options)))
      problems.push(importProblem('WARN', 'TEMPLATE_CHANGED'));
    const { all: columns, preview } = first.head;
    // a template is about one year, so its rows do not give it
    const year = options.template.cycle === null ? (meta?.get('cycle') ?? null) : null;
    const rows = () => allRows(tables, options, year);
    return { rows, problems, decimal: null, columns, preview };
  },
};

const namesIn = (sheets: readonly Sheet[]): string =>
  sheets
    .map(({ name }) => name)
    .join(', ')
    .slice(0, 200);

async function checksumIn(table: Table, options: ReadOptions): Promise<string> {
  const locked: string[] = [];
  for await (const { cells } of rowsOf(table, options)) {
    if (cells.indicator?.text)
      locked.push(`${cells.indicator.text} ${cells.breakdown?.text ?? ''}`);
  }
  return checksumOf(locked);
}

/** Reads the sheet to its end, to find out where another table begins and whether an unread column needs a question. */
async function lookThrough(table: Table, options: ReadOptions): Promise<void> {
  const { sheet, ranges, top, head, alike, facts } = table;
  const watch = tableWatch(head, options);
  const asked = alike ? options : { ...options, columns: null };
  const unread = unreadColumns(
    (top[head.row - 1] ?? []).slice(0, head.fields.length),
    head.fields,
    head.wide,
    asked,
  );
  const merged = new MergedCells(ranges);
  for await (const each of sheet.rows()) {
    const row = merged.fill(each);
    if (row.number <= head.row) continue;
    const texts = textsOf(row).slice(0, head.fields.length);
    if (isBlank(texts)) continue;
    if (table.below !== null) table.below.to = row.number;
    else {
      const named = head.wide === null ? texts : inOneLanguage(texts, head.wide, options);
      const { kind, from } = watch(named, row.number);
      if (kind === 'OTHER') table.below = { from, to: row.number };
      if (kind === 'HEAD') table.heads.add(row.number);
      if (kind === 'ROW') unread.addTexts(texts.entries());
    }
  }
  const above = [...(isEmpty(facts) ? [[sheet.name]] : []), ...top.slice(0, head.first - 1)];
  unread.refuse(above, top.slice(head.row), head.preview);
}

const FIGURES: ReadonlySet<Field> = new Set<Field>(['value', 'numerator', 'denominator']);

async function metaOf(sheets: readonly Sheet[]): Promise<Map<string, string> | null> {
  const sheet = sheets.find(({ name }) => name === META_SHEET);
  if (sheet === undefined) return null;
  const facts = new Map<string, string>();
  for await (const row of sheet.rows()) {
    const [name = '', fact = ''] = textsOf(row);
    facts.set(name, fact);
  }
  return facts;
}

interface Table {
  sheet: Sheet;
  ranges: MergedRange[];
  /** The first rows of the sheet, as texts. */
  top: string[][];
  head: Head;
  /** Does this table have the same head as the first one that is read, or is it that one? Then a person's choice of columns holds for it too. */
  alike: boolean;
  /** What the sheet's name says about all rows and the table does not. */
  facts: Facts;
  /** The rows in which the head is repeated. */
  heads: Set<number>;
  /** The rows of another table below it. */
  below: { from: number; to: number } | null;
}

const isEmpty = (facts: Facts): boolean => Object.keys(facts).length === 0;

/**
 * The sheets to read: that of the template; else the first that is understood, and of the others those that name their
 * columns or have the same head. A person's choice of columns also holds for those with the same head. `unread`: the other
 * sheets with figures, as a summary may look like a yearbook, and a plan has no results.
 */
async function tablesOf(
  sheets: readonly Sheet[],
  isTemplate: boolean,
  options: ReadOptions,
): Promise<{ tables: [Table, ...Table[]]; unread: Sheet[] }> {
  const data = isTemplate ? sheets.find(({ name }) => name === DATA_SHEET) : undefined;
  const tables: Table[] = [];
  const shown = data ? [data] : sheets.filter((sheet) => sheet.shown);
  // planned figures are not results
  const planned = data ? [] : shown.filter(({ name }) => isNotYet(name));
  for (const sheet of shown.filter((one) => !planned.includes(one))) {
    const merges: string[] = [];
    const first = await topOf(sheet, merges);
    if (first.length === 0) continue;
    const ranges = rangesOf(merges);
    const top = textsOfTop(first, ranges);
    const head = headOf(top, { ...options, columns: null });
    const facts = data === undefined ? factsOfSheet(sheet.name, options) : {};
    tables.push({
      sheet,
      ranges,
      top,
      head,
      alike: false,
      facts: unsaid(facts, head),
      heads: new Set(),
      below: null,
    });
  }
  const table = tables.find(({ head }) => isComplete(head)) ?? tables[0];
  if (table === undefined && planned.length > 0)
    throw unreadable('SHEETS_NOT_READ', { sheets: namesIn(planned) });
  if (table === undefined) throw unreadable('EMPTY_FILE');
  const said = (one: Table): Table => ({
    ...one,
    head: options.columns === null ? one.head : headOf(one.top, options),
    alike: true,
  });
  const first = said(table);
  const { head } = first;
  if (isComplete(head)) {
    const others = tables
      .filter((other) => other !== table)
      .map((other) => (namesOf(other.head) === namesOf(table.head) ? said(other) : other));
    return {
      tables: [first, ...others.filter(isRead)],
      unread: [
        ...planned,
        ...others
          .filter((other) => !isRead(other) && holdsFigures(other))
          .map(({ sheet }) => sheet),
      ],
    };
  }
  const heads = head.all.map(({ name }) => name).join(', ');
  throw new UnreadableFile(
    [importProblem('ERROR', 'NO_VALUE_COLUMN', {}, { heads: heads.slice(0, 200) })],
    head.all,
    head.preview,
  );
}

const isRead = ({ head, alike }: Table): boolean =>
  isComplete(head) && (alike || head.wide === null);

const holdsFigures = ({ top, head }: Table): boolean =>
  head.wide !== null ||
  head.names.some((_, at) => areFigures(top.slice(head.row).map((row) => row[at] ?? '')));

/** How many rows are searched for the column names and a sample of each column. */
const LOOKED_AT = 50;

/** The first rows with content. The whole sheet is read, because the file lists merged ranges behind the last row. */
async function topOf(sheet: Sheet, merges: string[]): Promise<SheetRow[]> {
  const first: SheetRow[] = [];
  for await (const row of sheet.rows(merges)) {
    if (first.length < LOOKED_AT) first.push(row);
  }
  return first;
}

/** The texts of the first rows of the sheet, empty rows included. */
function textsOfTop(first: readonly SheetRow[], ranges: readonly MergedRange[]): string[][] {
  const merged = new MergedCells(ranges);
  const texts: string[][] = Array.from(
    { length: Math.min(first.at(-1)?.number ?? 0, LOOKED_AT) },
    () => [],
  );
  for (const row of first) {
    if (row.number <= texts.length) texts[row.number - 1] = textsOf(merged.fill(row));
  }
  return texts;
}

function textsOf({ cells }: SheetRow): string[] {
  const texts = Array.from({ length: Math.max(0, ...cells.keys()) }, () => '');
  for (const [at, cell] of cells) texts[at - 1] = textOf(cell).trim();
  return texts;
}

/** The rows below the head. */
async function* rowsOf(
  { sheet, ranges, head, heads, below }: Table,
  options: ReadOptions,
): AsyncGenerator<SourceRow> {
  const { wide } = head;
  const readStub = stubReader(options);
  const merged = new MergedCells(ranges);
  for await (const each of sheet.rows()) {
    const row = merged.fill(each);
    if (row.number <= head.row) continue;
    if (below !== null && row.number >= below.from) return;
    if (heads.has(row.number)) continue;
    const read = readRow(row, head);
    if (read === null) continue;
    if (wide === null) yield read;
    else {
      if (row.hidden) read.problems.push(importProblem('WARN', 'HIDDEN_ROW', { row: row.number }));
      const names = wide.stub === null ? [] : [wide.stub, ...wide.translations];
      const texts = names.map((at) => textAt(row, at));
      const stub = wide.stub === null ? NO_STUB : readStub(nameOf(texts, options));
      yield* unfold(read, wide, stub, ({ at, head: name }) =>
        readSheetCell(row.number, row.cells.get(at + 1), name, true),
      );
    }
  }
}

function textAt({ cells }: SheetRow, at: number): string {
  const cell = cells.get(at + 1);
  return cell === undefined ? '' : textOf(cell);
}

/** Null for a row that is marked as deleted. */
function readRow(row: SheetRow, { names, fields, others }: Head): SourceRow | null {
  const problems: ImportProblem[] = [];
  const named = fields.map((field, index) => {
    const name = others.has(index) ? BREAKDOWN : (names[index] ?? '');
    const isFigure = field !== null && FIGURES.has(field);
    const { cell, problem } = readSheetCell(row.number, row.cells.get(index + 1), name, isFigure);
    const isTold = field !== null || isReadByName(name) || isDimensionOfWho(name);
    if (problem && isTold) problems.push(problem);
    return [cell, field] as const;
  });
  const read = toRow(row.number, named);
  if (read === null) return null;
  if (row.hidden && [...FIGURES].some((field) => (read.cells[field]?.text ?? '') !== '')) {
    problems.push(importProblem('WARN', 'HIDDEN_ROW', { row: row.number }));
  }
  return { ...read, problems };
}

/** Adds the sheet's name to the column of a problem or cell, as a row number is only unique within its sheet. */
const placedOn = <One extends { column: string | null }>({ sheet }: Table, one: One): One => ({
  ...one,
  column: one.column ? `${sheet.name}: ${one.column}` : sheet.name,
});

/** The refusal of a file for one of its further sheets. If the head differs from the first sheet's, a person cannot be asked about its columns. */
function refusedOn(table: Table, { problems, columns, preview }: UnreadableFile): UnreadableFile {
  const placed = problems.map((problem) => placedOn(table, problem));
  return table.alike ? new UnreadableFile(placed, columns, preview) : new UnreadableFile(placed);
}

async function* allRows(
  tables: readonly Table[],
  options: ReadOptions,
  year: string | null,
): AsyncGenerator<SourceRow> {
  for (const [at, table] of tables.entries()) {
    const placed = <One extends { column: string | null }>(one: One): One => placedOn(table, one);
    for await (const row of unpacked(table, options, year)) {
      if (at === 0) yield row;
      else {
        const cells = Object.entries(row.cells).map(([field, cell]) => [field, placed(cell)]);
        yield {
          ...row,
          sheet: table.sheet.name,
          cells: Object.fromEntries(cells) as SourceRow['cells'],
          problems: row.problems.map(placed),
        };
      }
    }
  }
}

async function* unpacked(
  table: Table,
  options: ReadOptions,
  year: string | null,
): AsyncGenerator<SourceRow> {
  const total = new Set(['', '_t', ...options.total]);
  for await (const row of rowsOf(table, options)) {
    unpackBreakdown(row.cells, total);
    for (const [field, text] of Object.entries(table.facts)) {
      const isTold = [...sameKind(field as Field)].some((one) => row.cells[one] !== undefined);
      if (!isTold) row.cells[field as Field] = { text, column: table.sheet.name };
    }
    if (year !== null) row.cells.year ??= { text: year, column: '' };
    yield row;
  }
}

/** Splits the template's breakdown column, which has all dimensions in one text, or a word for the total. */
function unpackBreakdown(cells: SourceRow['cells'], total: ReadonlySet<string>): void {
  const cell = cells.breakdown;
  if (cell === undefined) return;
  const parts = readBreakdownText(cell.text);
  if (parts === null && !total.has(foldName(cell.text))) return;
  delete cells.breakdown;
  for (const [dimension, text] of parts ?? []) cells[dimension] = { text, column: cell.column };
}

/** Errors for merged cells with figures: only the author knows which of the rows such a value is for. */
function mergedFigures({ ranges, head }: Table): ImportProblem[] {
  const figures = [
    ...head.columns.filter(({ field }) => FIGURES.has(field)).map(({ at }) => at),
    ...(head.wide?.values ?? []).map(({ at }) => at + 1),
  ];
  return ranges
    .filter(
      ({ bottom, left, right }) =>
        bottom > head.row && figures.some((at) => at >= left && at <= right),
    )
    .map(({ text, top }) => importProblem('ERROR', 'MERGED_RANGE', { row: top }, { range: text }));
}
