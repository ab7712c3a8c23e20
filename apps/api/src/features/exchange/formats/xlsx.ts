import { once, type EventEmitter } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { PassThrough } from 'node:stream';
import type { Worksheet, stream } from 'exceljs';
import type { ExportContext, ExportFormat } from '../export-format.ts';
import { SINCE_YEAR } from '@qadam/domain';
import { translator } from '@qadam/i18n';
import type { ReleasedRow } from '../released-row.ts';
import { listedSources } from '../row-source.ts';
import { COLUMNS, isNumber, type Column } from './columns.ts';
import { LEVEL_COLUMNS } from './level-columns.ts';
import { fileFacts, indicatorFacts } from './file-facts.ts';

type Workbook = stream.xlsx.WorkbookWriter;
type Cell = string | number | null;
type Heading = readonly [header: string, width: number];

/** Excel has 1,048,576 rows in a sheet, headings included. What does not fit goes on in the next one. */
const ROWS_IN_A_SHEET = 1_048_000;

/** exceljs takes 30 ms for them; then other requests get a turn. */
const ROWS_IN_A_TURN = 200;

const WIDE = new Set<Column['name']>([
  'indicator_name',
  'name',
  'element_name',
  'provision',
  'note',
  'source',
  'citation',
  'source_url',
]);
const WIDE_COLUMN = 44;
const COLUMN = 14;

/**
 * For people in a spreadsheet: figures are numbers, so that no setting of the machine reads a point as a comma; everything
 * else is text and formatted as text ('@'), so that what begins with = is no formula, not even after it is edited.
 */
export const xlsx: ExportFormat = {
  id: 'xlsx',
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  write: (pages, context) => writeWorkbook(pages, context, ROWS_IN_A_SHEET),
};

export async function* writeWorkbook(
  pages: AsyncIterable<readonly ReleasedRow[]>,
  context: ExportContext,
  rowsInASheet: number,
): AsyncGenerator<Uint8Array> {
  // a quarter of a second that only who wants a workbook has to wait
  const { default: ExcelJS } = await import('exceljs');
  const out = new PassThrough();
  const workbook = open(ExcelJS.stream.xlsx.WorkbookWriter, context.release.publishedAt, out);
  const words = await wordsOf(context);
  const filled = fill(workbook, pages, { ...context, rowsInASheet, words }, out).catch(
    (error: unknown) => {
      out.destroy(error instanceof Error ? error : new Error(String(error)));
    },
  );
  yield* out as AsyncIterable<Uint8Array>;
  await filled;
}

type Context = ExportContext & { words: Words };
type Words = (column: Column['name'], code: string | null) => string | null;

/** For people an assessment is a word of their language; the code of everything else stands in its cell. */
async function wordsOf({ lang }: ExportContext): Promise<Words> {
  const levels = await translator(lang, 'levels');
  const pages = await translator(lang, 'public');
  return (column, code) => {
    if (code === null) return null;
    if (column === 'word') return levels(`word.${code as 'DONE'}`);
    if (column === 'status') return pages(`status.${code as 'ACHIEVED'}`);
    if (column !== 'movement') return code;
    return code === 'UNKNOWN'
      ? null
      : levels(`movement.${code as 'FORWARD'}`, { year: SINCE_YEAR });
  };
}

/** What the types of exceljs leave out of its writer. */
interface Inside {
  created: Date;
  zip: { append: (source: unknown, entry: object) => void };
}

/**
 * The same release is the same file, byte for byte. exceljs would pack the hour of packing with each part, and packs the
 * first while it is being made: so the date of the release is given to the parts from within.
 */
function open(
  Writer: typeof stream.xlsx.WorkbookWriter,
  publishedAt: string,
  out: PassThrough,
): Workbook {
  const Base = Writer as unknown as new (options: object) => Workbook & Inside;
  class Settled extends Base {
    override addThemes(): Promise<void> {
      const append = this.zip.append.bind(this.zip);
      this.zip.append = (source, entry) => {
        append(source, { ...entry, date: this.created });
      };
      return super.addThemes();
    }
  }
  return new Settled({
    ...{ stream: out, useStyles: true, useSharedStrings: false },
    ...{ creator: 'Qadam', lastModifiedBy: 'Qadam', created: new Date(publishedAt) },
  });
}

async function fill(
  workbook: Workbook,
  pages: AsyncIterable<readonly ReleasedRow[]>,
  context: Context & { rowsInASheet: number },
  out: PassThrough,
): Promise<void> {
  const { t, rowsInASheet } = context;
  about(workbook, context);
  const headings = headingsOf(COLUMNS, context);
  let number = 1;
  let sheet = table(workbook, t('sheets.data'), headings);
  let left = rowsInASheet;
  for await (const page of pages) {
    for (const row of page) {
      if (left === 0) {
        sheet.commit();
        number += 1;
        sheet = table(workbook, `${t('sheets.data')} ${String(number)}`, headings);
        left = rowsInASheet;
      }
      if (left % ROWS_IN_A_TURN === 0) await nextTurn();
      left -= 1;
      add(sheet, cells(COLUMNS, row, context));
    }
    await taken(sheet, out);
    if (out.destroyed) return;
  }
  sheet.commit();
  const levels = table(workbook, t('sheets.levels'), headingsOf(LEVEL_COLUMNS, context));
  for (const level of context.contents.levels) add(levels, cells(LEVEL_COLUMNS, level, context));
  levels.commit();
  lists(workbook, context);
  await workbook.commit();
}

/** Every cell has one of two styles, the same objects each time: exceljs looks up whatever is new to it, cell by cell. */
const STYLES = { text: { numFmt: '@' }, number: {} };
function add(sheet: Worksheet, cells: Cell[]): void {
  const row = sheet.addRow(cells);
  row.eachCell((one) => {
    one.style = typeof one.value === 'number' ? STYLES.number : STYLES.text;
  });
  row.commit();
}

const headingsOf = (columns: readonly Pick<Column, 'name'>[], { t }: ExportContext): Heading[] =>
  columns.map(({ name }) => [t(`columns.${name}`), WIDE.has(name) ? WIDE_COLUMN : COLUMN]);

const cells = <Row>(columns: readonly Column<Row>[], row: Row, context: Context): Cell[] =>
  columns.map((column) => cell(column, context.words(column.name, column.of(row, context))));

/** A figure that a double cannot hold exactly stays text: a spreadsheet would round it without a word. */
function cell(column: Pick<Column, 'kind'>, value: string | null): Cell {
  if (value === null || !isNumber(column)) return value;
  const number = Number(value);
  return String(number) === value ? number : value;
}

/**
 * exceljs writes on whether anybody reads or not, and all of a workbook would wait in memory for a slow reader. So we wait:
 * until the zip has taken what was written, or nobody wants it any more.
 */
async function taken(sheet: Worksheet, out: PassThrough): Promise<void> {
  const { stream: buffer } = sheet as unknown as {
    stream: { pipes: (EventEmitter & { _writableState: { needDrain: boolean } })[] };
  };
  const [pipe] = buffer.pipes;
  if (!pipe?._writableState.needDrain || out.destroyed) return;
  const over = new AbortController();
  const end = () => {
    over.abort();
  };
  out.once('close', end);
  await once(pipe, 'drain', { signal: over.signal }).catch(() => undefined);
  out.off('close', end);
}

function table(workbook: Workbook, name: string, headings: readonly Heading[]): Worksheet {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = headings.map(([header, width]) => ({ header, width }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: headings.length } };
  const first = sheet.getRow(1);
  first.font = { bold: true };
  first.commit();
  return sheet;
}

/** The first sheet: what this is, how to cite it, what is hidden. */
function about(workbook: Workbook, context: ExportContext): void {
  const { t } = context;
  const facts = fileFacts(context);
  const sheet = workbook.addWorksheet(t('sheets.about'));
  sheet.columns = [
    { width: 26, style: { font: { bold: true }, alignment: { vertical: 'top' } } },
    { width: 100, style: { numFmt: '@', alignment: { wrapText: true, vertical: 'top' } } },
  ];
  const lines: [string, string | null][] = [
    ['', facts.title],
    ['', facts.about],
    [t('columns.release'), facts.release],
    [t('columns.released_at'), facts.releasedAt],
    [t('columns.method_version'), facts.methodVersion],
    [t('columns.note'), facts.note],
    [t('columns.citation'), facts.citation],
    [t('columns.licence'), `${facts.licenceNote} ${facts.licences.join(' · ')}`],
    [t('labels.rows'), String(facts.rows)],
    [t('labels.hidden'), facts.hiddenNote],
    [t('labels.hash'), facts.contentHash],
  ];
  for (const [label, text] of lines) if (text !== null) sheet.addRow([label, text]).commit();
  sheet.commit();
}

/** What the codes of the rows mean. */
function lists(workbook: Workbook, context: ExportContext): void {
  const { t } = context;
  const indicators = table(workbook, t('sheets.indicators'), [
    [t('columns.indicator'), COLUMN],
    [t('columns.indicator_name'), WIDE_COLUMN],
    [t('labels.definition'), WIDE_COLUMN],
    [t('columns.unit'), COLUMN],
    [t('columns.unit_name'), COLUMN],
    [t('labels.sdg'), COLUMN],
  ]);
  for (const { code, name, definition, unit, unitName, sdgCode } of indicatorFacts(context))
    add(indicators, [code, name, definition, unit, unitName, sdgCode]);
  indicators.commit();
  const elements = table(workbook, t('sheets.elements'), [
    [t('columns.indicator'), COLUMN],
    [t('columns.breakdown'), COLUMN],
    [t('columns.element_name'), WIDE_COLUMN],
    [t('labels.definition'), WIDE_COLUMN],
    [t('labels.instrument'), WIDE_COLUMN],
    [t('labels.origin'), COLUMN],
    [t('labels.counts'), COLUMN],
  ]);
  for (const { code, elements: parts } of indicatorFacts(context))
    for (const part of parts)
      add(elements, [
        ...[code, part.code, part.name, part.definition, part.instrument, part.origin],
        part.counts ? 1 : 0,
      ]);
  elements.commit();
  const sources = table(workbook, t('sheets.sources'), [
    [t('columns.source_id'), COLUMN],
    [t('columns.source'), WIDE_COLUMN],
    [t('columns.publisher'), WIDE_COLUMN],
    [t('columns.source_year'), COLUMN],
    [t('columns.source_url'), WIDE_COLUMN],
    [t('columns.licence'), WIDE_COLUMN],
  ]);
  for (const { id, title, publisher, year, url, licence } of listedSources(context))
    add(sources, [id, title, publisher, year, url, licence]);
  sources.commit();
  const columns = table(workbook, t('sheets.columns'), [
    [t('labels.column'), COLUMN],
    [t('labels.meaning'), WIDE_COLUMN],
  ]);
  const names = new Set([...COLUMNS, ...LEVEL_COLUMNS].map(({ name }) => name));
  for (const name of names) add(columns, [name, t(`columns.${name}`)]);
  columns.commit();
}
