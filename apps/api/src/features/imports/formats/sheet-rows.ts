import { isOn, RichText, unescaped } from './sheet-text.ts';
import type { XmlHandlers } from './xml.ts';

/** The value of a cell, or the result of its formula. */
export interface SheetCell {
  address: string;
  /** Null: a formula without a calculated result. */
  content: string | number | boolean | Date | null;
  percent: boolean;
}

export interface SheetRow {
  number: number;
  hidden: boolean;
  /** By column, counted from 1; empty cells are left out. */
  cells: Map<number, SheetCell>;
}

/** Columns beyond this one are not read. */
export const MAX_COLUMNS = 1000;

/** Parts of the workbook that its cells refer to. */
export interface WorkbookFacts {
  strings: readonly string[];
  /** How numbers are shown; the index is the style of a cell. */
  kinds: readonly NumberKind[];
  /** Days are counted from 1904, as old Macs did. */
  from1904: boolean;
}

/** How a style shows a number; null: as a plain number. */
export type NumberKind = 'DATE' | 'YEAR' | 'PERCENT' | null;

interface Place {
  row: number;
  column: number;
}

export function placeOf(address: string): Place | null {
  const [, letters, row] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address) ?? [];
  if (letters === undefined) return null;
  const column = Array.from(letters).reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
  return { row: Number(row), column };
}

interface OpenCell {
  address: string;
  type: string;
  style: number;
  hasFormula: boolean;
  value: string;
}

/** Reads the rows of a sheet. A row or cell without a position comes right after the one before it. */
export const readSheetRows =
  (facts: WorkbookFacts) =>
  (merges: string[]): XmlHandlers<SheetRow> =>
  (emit) => {
    let row: SheetRow = { number: 0, hidden: false, cells: new Map() };
    let column = 0;
    let cell: OpenCell | null = null;
    const inline = new RichText();
    return {
      open: ({ name, attributes }) => {
        inline.open(name, attributes);
        if (name === 'row') {
          const number = Number(attributes.get('r') ?? row.number + 1);
          row = { number, hidden: isOn(attributes.get('hidden')), cells: new Map() };
          column = 0;
        } else if (name === 'c') {
          const address = attributes.get('r') ?? '';
          column = placeOf(address)?.column ?? column + 1;
          inline.start();
          cell = {
            address,
            type: attributes.get('t') ?? 'n',
            style: Number(attributes.get('s') ?? 0),
            hasFormula: false,
            value: '',
          };
        } else if (name === 'f' && cell !== null) cell.hasFormula = true;
        else if (name === 'mergeCell') merges.push(attributes.get('ref') ?? '');
      },
      close: (name, text) => {
        inline.close(name, text);
        if (name === 'v' && cell !== null) cell.value = text;
        else if (name === 'is' && cell !== null) cell.value = inline.read();
        else if (name === 'c' && cell !== null) {
          const read = readCell(cell, facts);
          if (read !== null && column <= MAX_COLUMNS) row.cells.set(column, read);
          cell = null;
        } else if (name === 'row' && row.cells.size > 0) emit(row);
      },
    };
  };

/** Null for a cell that only has a style. */
function readCell(
  { address, type, style, hasFormula, value }: OpenCell,
  { strings, kinds, from1904 }: WorkbookFacts,
): SheetCell | null {
  const kind = kinds[style] ?? null;
  const cell = { address, percent: false };
  if (value === '') return hasFormula ? { ...cell, content: null } : null;
  switch (type) {
    case 's':
      return { ...cell, content: strings[Number(value)] ?? '' };
    case 'b':
      return { ...cell, content: isOn(value) };
    case 'd':
      return { ...cell, content: known(new Date(value)) ?? value };
    case 'str':
      return { ...cell, content: unescaped(value) };
    case 'inlineStr':
    case 'e':
      return { ...cell, content: value };
    default:
      if (!Number.isFinite(Number(value))) return { ...cell, content: value };
      // a date that is formatted to show only its year
      if (kind === 'YEAR') return { ...cell, content: yearOf(Number(value), from1904) };
      return kind === 'DATE'
        ? { ...cell, content: known(dayOf(Number(value), from1904)) ?? value }
        : { ...cell, content: Number(value), percent: kind === 'PERCENT' };
  }
}

function yearOf(days: number, from1904: boolean): number | string {
  const day = known(dayOf(days, from1904));
  return day === null ? String(days) : day.getUTCFullYear();
}

const known = (day: Date): Date | null => (Number.isNaN(day.getTime()) ? null : day);

const DAY_MS = 86_400_000;
/** The days from 30 December 1899, and those from 1 January 1904, to 1970. */
const dayOf = (days: number, from1904: boolean): Date =>
  new Date(Math.round((days - (from1904 ? 24_107 : 25_569)) * DAY_MS));
