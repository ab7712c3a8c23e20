import { PLAIN_FIELD_NAMES, SINCE_YEAR } from '@qadam/domain';
import { translator, type TextKey } from '@qadam/i18n';
import type { Look } from '../../../spreadsheet/looks.ts';
import type { Cell, Sheet } from '../../../spreadsheet/sheet.ts';
import { writeWorkbook } from '../../../spreadsheet/write-workbook.ts';
import type { ExportContext, ExportFormat, Pages } from '../export-format.ts';
import type { ReleasedRow } from '../released-rows.ts';
import { listedSources } from '../row-source.ts';
import { COLUMNS, isNumber, LEVEL_COLUMNS, valueOf, type Column } from './columns.ts';
import { fileFacts, indicatorFacts, licencesLine } from './file-facts.ts';

/** Excel allows 1,048,576 rows in a sheet, headings included. Further rows go into a second sheet. */
const ROWS_IN_A_SHEET = 1_048_000;

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

const HEADING: Look = { bold: true };
const TEXT: Look = { text: true };
const LABEL: Look = { bold: true, wrap: true };
const LINES: Look = { text: true, wrap: true };

/**
 * For people with a spreadsheet: figures are numbers, so that no local setting reads a point as a comma; everything else is text and formatted as
 * text ('@'), so that a text with = in front is no formula, not even after it is edited.
 */
export const xlsx: ExportFormat = {
  id: 'xlsx',
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  write: (pages, context) => writeRelease(pages, context, ROWS_IN_A_SHEET),
};

export const writeRelease = (
  pages: Pages<ReleasedRow>,
  context: ExportContext,
  rowsInASheet: number,
) => writeWorkbook(sheetsOf(pages, context, rowsInASheet), new Date(context.release.publishedAt));

async function* sheetsOf(
  pages: Pages<ReleasedRow>,
  context: ExportContext,
  rowsInASheet: number,
): AsyncGenerator<Sheet> {
  const { t } = context;
  const words = await wordsOf(context);
  const cells = cellsOf(COLUMNS, context, words);
  const reading = filled(pages);
  try {
    let page = await reading.next();
    const some = async function* () {
      for (let left = rowsInASheet; left > 0 && page.done !== true;) {
        yield cells(page.value.slice(0, left));
        const rest = page.value.slice(left);
        left -= page.value.length - rest.length;
        page = rest.length > 0 ? { value: rest } : await reading.next();
      }
    };
    for (let number = 1; number === 1 || page.done !== true; number += 1)
      yield table(
        number === 1 ? t('sheets.data') : `${t('sheets.data')} ${String(number)}`,
        headingsOf(COLUMNS, context),
        some(),
      );
  } finally {
    await reading.return();
  }
  const levels = [...cellsOf(LEVEL_COLUMNS, context, words)(context.contents.levels)];
  yield table(t('sheets.levels'), headingsOf(LEVEL_COLUMNS, context), levels);
  yield* lists(context);
  yield about(context);
}

async function* filled(pages: Pages<ReleasedRow>) {
  for await (const page of pages) if (page.length > 0) yield page;
}

type Words = Partial<Record<Column['name'], (code: string) => string | null>>;

/** A workbook is for people, so assessments are words of their language; all other cells hold codes. */
async function wordsOf({ lang }: ExportContext): Promise<Words> {
  const levels = await translator(lang, 'levels');
  const pages = await translator(lang, 'public');
  return {
    word: (code) => levels(`word.${code as 'DONE'}`),
    status: (code) => pages(`status.${code as 'ACHIEVED'}`),
    movement: (code) =>
      code === 'UNKNOWN' ? null : levels(`movement.${code as 'FORWARD'}`, { year: SINCE_YEAR }),
  };
}

type Heading = readonly [header: string, width: number];

const headingsOf = (columns: readonly Pick<Column, 'name'>[], { t }: ExportContext): Heading[] =>
  columns.map(({ name }) => [t(`columns.${name}`), WIDE.has(name) ? WIDE_COLUMN : COLUMN]);

function cellsOf<Row>(columns: readonly Column<Row>[], context: ExportContext, words: Words) {
  const readers = columns.map((column) => {
    const word = words[column.name];
    return (row: Row): Cell => {
      const value = valueOf(column, row, context);
      return cell(column, value === null || !word ? value : word(value));
    };
  });
  return function* (rows: readonly Row[]): Generator<Cell[]> {
    for (const row of rows) yield readers.map((read) => read(row));
  };
}

/** A figure that a double cannot hold exactly is written as text: a spreadsheet would silently round it. */
function cell(column: Pick<Column, 'kind'>, value: string | null): Cell {
  if (value === null || !isNumber(column)) return value;
  const number = Number(value);
  return String(number) === value ? number : value;
}

function table(
  name: string,
  headings: readonly Heading[],
  rows: readonly Cell[][] | AsyncIterable<Iterable<Cell[]>>,
): Sheet {
  const headed = async function* (): AsyncGenerator<Iterable<Cell[]>> {
    yield [headings.map(([value]): Cell => ({ value, look: HEADING }))];
    if (Symbol.asyncIterator in rows) yield* rows;
    else yield rows;
  };
  return {
    name,
    widths: headings.map(([, width]) => width),
    rows: headed(),
    texts: TEXT,
    frozen: { rows: 1 },
    filter: true,
  };
}

/** What this file is, how to cite it, what is hidden. This sheet is the last, because programs and most readers take the first for the data. */
function about(context: ExportContext): Sheet {
  const { t } = context;
  const facts = fileFacts(context);
  const lines: [string | null, string | null][] = [
    [null, facts.title],
    [null, facts.about],
    [t('columns.release'), facts.release],
    [t('columns.released_at'), facts.releasedAt],
    [t('columns.method_version'), facts.methodVersion],
    [t('columns.note'), facts.note],
    [t('columns.citation'), facts.citation],
    [t('columns.licence'), licencesLine(facts)],
    [t('labels.rows'), String(facts.rows)],
    [t('labels.hidden'), facts.hiddenNote],
    [t('labels.hash'), facts.contentHash],
  ];
  return {
    name: t('sheets.about'),
    widths: [26, 100],
    rows: lines.flatMap(([label, text]): Cell[][] =>
      text === null ? [] : [[label === null ? null : { value: label, look: LABEL }, text]],
    ),
    texts: LINES,
  };
}

/** What the codes of the rows mean. */
async function* lists(context: ExportContext): AsyncGenerator<Sheet> {
  const { t, lang } = context;
  const pages = await translator(lang, 'public');
  const list = <Field extends string>(
    name: TextKey<'files'>,
    rows: readonly Readonly<Record<Field, Cell>>[],
    columns: readonly (readonly [heading: string, field: Field, width?: number])[],
  ) =>
    table(
      t(name),
      columns.map(([heading, , width = COLUMN]) => [heading, width]),
      rows.map((row) => columns.map(([, field]) => row[field])),
    );
  const indicators = indicatorFacts(context);
  yield list('sheets.indicators', indicators, [
    [t('columns.indicator'), 'code'],
    [t('columns.indicator_name'), 'name', WIDE_COLUMN],
    [t('labels.definition'), 'definition', WIDE_COLUMN],
    [t('columns.unit'), 'unit'],
    [t('columns.unit_name'), 'unitName'],
    ...PLAIN_FIELD_NAMES.map((field) => [pages(`indicator.sheet.${field}`), field] as const),
  ]);
  const elements = indicators.flatMap(({ code: law, elements }) =>
    elements.map((element) => ({ ...element, law, counts: element.counts ? 1 : 0 })),
  );
  yield list('sheets.elements', elements, [
    [t('columns.indicator'), 'law'],
    [t('columns.breakdown'), 'code'],
    [t('columns.element_name'), 'name', WIDE_COLUMN],
    [t('labels.definition'), 'definition', WIDE_COLUMN],
    [t('labels.instrument'), 'instrument', WIDE_COLUMN],
    [t('labels.origin'), 'origin'],
    [t('labels.counts'), 'counts'],
  ]);
  yield list('sheets.sources', listedSources(context), [
    [t('columns.source_id'), 'id'],
    [t('columns.source'), 'title', WIDE_COLUMN],
    [t('columns.publisher'), 'publisher', WIDE_COLUMN],
    [t('columns.source_year'), 'year'],
    [t('columns.source_url'), 'url', WIDE_COLUMN],
    [t('columns.licence'), 'licence', WIDE_COLUMN],
  ]);
  const names = new Set([...COLUMNS, ...LEVEL_COLUMNS].map(({ name }) => name));
  yield list(
    'sheets.columns',
    Array.from(names, (name) => ({ name, meaning: t(`columns.${name}`) })),
    [
      [t('labels.column'), 'name'],
      [t('labels.meaning'), 'meaning', WIDE_COLUMN],
    ],
  );
}
