import type { Look, Looks } from './looks.ts';
import { escaped, MAIN, XML } from './markup.ts';
import { PieceOfBytes } from './piece-of-bytes.ts';

type Value = string | number | null;

/** A bare value has no look, except that a text gets the look of its sheet's texts. */
export type Cell = Value | { value: Value; look: Look };

/** What may be typed into some cells: an entry of a list, or a number. Anything else is refused, or with `warning` only warned about. */
export interface Validation {
  /** Addresses or ranges of cells. */
  cells: string[];
  /** The range with the allowed entries, or the entries themselves: `"0,1,2"`. */
  list?: string;
  between?: readonly [low: number, high: number];
  warning?: boolean;
  title: string;
  message: string;
}

export interface Sheet {
  name: string;
  hidden?: boolean;
  /** The widths of the columns, in characters. */
  widths: readonly number[];
  /** Rows are written when they come and are not kept; an async source gives several at a time. */
  rows: Iterable<readonly Cell[]> | AsyncIterable<Iterable<readonly Cell[]>>;
  texts?: Look;
  /** How many rows and columns stay visible when scrolling. */
  frozen?: { rows: number; columns?: number };
  /** The first row is a heading by which to filter and sort. */
  filter?: boolean;
  /** Only cells with the look `input` can be changed. There is no password: it protects against slips only. */
  locked?: boolean;
  validations?: readonly Validation[];
  /** Cells get this colour if the formula, which is written for the first cell, is true. */
  marked?: { cells: string; formula: string; fill: string };
  /** Printed on A4 in landscape, fitted to the width of the page. */
  landscape?: boolean;
}

/** How many written texts are cached: most texts of a large sheet occur again and again. */
const KEPT_TEXTS = 2000;
/** Longer texts rarely occur again, and 2,000 of them would take much memory. */
const LONGEST_KEPT = 200;

/** The part of a workbook that holds a sheet (ECMA-376 18.3), in pieces. */
export async function* sheetXml(sheet: Sheet, looks: Looks): AsyncGenerator<Uint8Array> {
  const out = new PieceOfBytes();
  out.text(`${XML}<worksheet xmlns="${MAIN}">${above(sheet)}<sheetData>`);
  let number = 0;
  const writeRow = rowWriter(sheet.texts, looks, out);
  for await (const rows of Symbol.asyncIterator in sheet.rows ? sheet.rows : [sheet.rows])
    for (const row of rows) {
      number += 1;
      writeRow(row, number);
      if (out.isFull) yield out.take();
    }
  out.text(`</sheetData>${below(sheet, looks)}</worksheet>`);
  yield out.take();
}

function rowWriter(texts: Look | undefined, looks: Looks, out: PieceOfBytes) {
  const styleOf = (look: Look | undefined) =>
    look === undefined ? '' : ` s="${String(looks.of(look))}"`;
  const text = (value: string, look: Look | undefined) =>
    `"${styleOf(look)} t="inlineStr"><is><t${spaceOf(value)}>${escaped(value)}</t></is></c>`;
  const kept = new Map<string, Uint8Array>();
  const plainText = (value: string) => {
    if (value.length > LONGEST_KEPT) {
      out.text(text(value, texts));
      return;
    }
    let written = kept.get(value);
    if (written === undefined) {
      written = Buffer.from(text(value, texts));
      if (kept.size === KEPT_TEXTS) kept.clear();
      kept.set(value, written);
    }
    out.add(written);
  };
  const number = (value: number, look?: Look) => {
    out.ascii(`"${styleOf(look)}><v>${String(value)}</v></c>`);
  };
  /** What comes after the address of a cell. */
  const content = (cell: NonNullable<Cell>) => {
    if (typeof cell === 'string') plainText(cell);
    else if (typeof cell === 'number') number(cell);
    else {
      const { value, look } = cell;
      if (value === null) out.ascii(`"${styleOf(look)}/>`);
      else if (typeof value === 'number') number(value, look);
      else out.text(text(value, look));
    }
  };
  const heads: string[] = [];
  return (row: readonly Cell[], at: number): void => {
    const rowNumber = String(at);
    out.ascii(`<row r="${rowNumber}">`);
    let column = -1; // counted here, because `entries` would make a pair for each of millions of cells
    for (const cell of row) {
      column += 1;
      if (cell === null) continue;
      out.ascii((heads[column] ??= `<c r="${columnName(column)}`));
      out.ascii(rowNumber);
      content(cell);
    }
    out.ascii('</row>');
  };
}

/** Only spaces at the ends would be lost without this attribute; on every text it made a sheet a fifth larger. */
const spaceOf = (text: string): string => (/^\s|\s$/.test(text) ? ' xml:space="preserve"' : '');

function above({ frozen, widths, landscape = false }: Sheet): string {
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    landscape ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '',
    `<sheetViews><sheetView workbookViewId="0">${frozen ? pane(frozen) : ''}</sheetView></sheetViews>`,
    columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '',
  ].join('');
}

function pane({ rows, columns = 0 }: NonNullable<Sheet['frozen']>): string {
  const [across, active] =
    columns > 0 ? [` xSplit="${columns}"`, 'bottomRight'] : ['', 'bottomLeft'];
  return `<pane${across} ySplit="${rows}" topLeftCell="${columnName(columns)}${rows + 1}" activePane="${active}" state="frozen"/>`;
}

/** The range of the heading of a sheet that has one. */
export const headRange = ({ widths }: Sheet): string => `A1:${columnName(widths.length - 1)}1`;

function below(sheet: Sheet, looks: Looks): string {
  const { filter, locked, marked, validations = [], landscape } = sheet;
  return [
    locked &&
      '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>',
    filter && `<autoFilter ref="${headRange(sheet)}"/>`,
    marked &&
      `<conditionalFormatting sqref="${marked.cells}"><cfRule type="expression" dxfId="${looks.fill(marked.fill)}" priority="1"><formula>${escaped(marked.formula)}</formula></cfRule></conditionalFormatting>`,
    validations.length > 0 &&
      `<dataValidations count="${validations.length}">${validations.map(validationXml).join('')}</dataValidations>`,
    landscape &&
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
  ]
    .filter((part) => part !== undefined && part !== false)
    .join('');
}

function validationXml({ cells, list, between, warning, title, message }: Validation): string {
  const style = warning === true ? ' errorStyle="warning"' : '';
  const alert = `errorTitle="${escaped(title)}" error="${escaped(message)}"`;
  const formulas = list === undefined ? (between ?? []) : [list];
  const written = formulas.map(
    (formula, at) => `<formula${at + 1}>${escaped(String(formula))}</formula${at + 1}>`,
  );
  return `<dataValidation type="${list === undefined ? 'decimal' : 'list'}"${style} allowBlank="1" showErrorMessage="1" ${alert} sqref="${cells.join(' ')}">${written.join('')}</dataValidation>`;
}

/** The name of a column, counted from 0: A, B … Z, AA. */
export const columnName = (at: number): string =>
  (at < 26 ? '' : columnName(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));
