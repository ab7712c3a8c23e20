import { normaliseCode, parseNumber, parseYesNo } from '@qadam/domain';
import type { Draft, Patch } from '../cell-draft.ts';
import { keyOf } from '../cell-key.ts';
import type { FormCellFragment } from '../form-cell.generated.ts';
import {
  isAnyYear,
  isFigure,
  isHeading,
  isYear,
  usesOfColumns,
  type Column,
  type ColumnUse,
} from './columns.ts';

/** A column in the row of an indicator or of an element of a law, given by its code. */
export interface Start {
  indicator: string;
  column: Column;
}
export interface Placed extends Start {
  text: string;
}
export type UnplacedReason =
  | 'UNKNOWN_INDICATOR'
  | 'UNKNOWN_COLUMN'
  | 'WHOLE_COLUMN'
  | 'OTHER_YEAR'
  | 'NO_HEADING'
  | 'OUTSIDE'
  | 'LOCKED'
  | 'TWICE'
  | 'BELOW_END'
  | 'HEADING';

export interface Unplaced {
  text: string;
  reason: UnplacedReason;
  /** What was written beside it, or the name of the locked cell. */
  label: string;
  /** How many more cells of its column are left over for the same reason. */
  more: number;
}
export interface Placement {
  placed: Placed[];
  left: Unplaced[];
  /** True: what could be taken is already in its cells. */
  isPasted?: true;
}

type Rows = readonly (readonly string[])[];
type Finder = (text: string) => string | null;
interface Form {
  cells: readonly FormCellFragment[];
  year: number;
  /** Where the cursor is; null: not in a cell of the return. */
  start: Start | null;
}

/**
 * Finds the place of each cell of a pasted block: by the code or name of an indicator beside it, in rows or in columns,
 * or else from the cursor downwards. What is not understood is left over with the reason; nothing is guessed.
 */
export function placeBlock(rows: Rows, form: Form): Placement {
  const recognise = indicatorFinder(form.cells);
  const upright = keyColumn(rows, recognise);
  const turned = transposed(rows);
  const lying = keyColumn(turned, recognise);
  const placements = new Placements(form.cells);
  if (lying.found > 1 && lying.found > upright.found) {
    placeLabelled(turned, lying.at, placements, { ...form, recognise });
  } else if (upright.found > 0) {
    placeLabelled(rows, upright.at, placements, { ...form, recognise });
  } else {
    placeFrom(rows, placements, form);
  }
  return placements.all;
}

/** Collects the texts, and refuses those for a cell that is locked or already has one. */
class Placements {
  readonly all: Placement = { placed: [], left: [] };
  readonly cells: ReadonlyMap<string, FormCellFragment>;

  constructor(cells: readonly FormCellFragment[]) {
    this.cells = new Map(cells.map((cell) => [keyOf(cell), cell]));
  }

  leave(text: string, reason: UnplacedReason, label = '', more = 0): void {
    this.all.left.push({ text, reason, label, more });
  }

  place(placed: Placed): void {
    const cell = this.cells.get(placed.indicator);
    const { placed: before } = this.all;
    const isTwice = before.some(
      (one) => one.indicator === placed.indicator && one.column === placed.column,
    );
    if (cell?.editable !== true) this.leave(placed.text, 'LOCKED', cell?.name.text);
    else if (isTwice) this.leave(placed.text, 'TWICE', cell.name.text);
    else before.push(placed);
  }
}

function placeLabelled(
  rows: Rows,
  key: number,
  placements: Placements,
  form: { year: number; recognise: Finder },
): void {
  const labelOf = (row: readonly string[]) => form.recognise(row[key] ?? '');
  const [first = []] = rows;
  // a first row with a figure is content and not a heading, however its indicator is spelled
  const isContent = first.some((text, at) => at !== key && isFigure(text) && !isAnyYear(text));
  const hasHeading = rows.length > 1 && labelOf(first) === null && !isContent;
  const body = hasHeading ? rows.slice(1) : rows;
  const uses = usesOfColumns(body, {
    key,
    heading: hasHeading ? first : null,
    isLabel: (text) => form.recognise(text) !== null,
    year: form.year,
  });
  leaveColumns(uses, rows, placements);
  if (hasHeading) {
    for (const [at, text] of first.entries()) {
      if (at === key || !isColumn(uses[at]) || isHeading(text, form.year)) continue;
      placements.leave(text, 'HEADING', first[key]);
    }
  }
  for (const row of body) {
    const indicator = labelOf(row);
    for (const [at, text] of row.entries()) {
      const use = uses[at];
      if (text.trim() === '' || at === key || !isColumn(use)) continue;
      const column =
        indicator === null ? null : columnFor(use, placements.cells.get(indicator), uses);
      if (indicator === null) placements.leave(text, 'UNKNOWN_INDICATOR', row[key]);
      else if (column === null) placements.leave(text, 'UNKNOWN_COLUMN', row[key]);
      else placements.place({ indicator, column, text });
    }
  }
}

const REASONS: Readonly<Partial<Record<ColumnUse, UnplacedReason>>> = {
  UNKNOWN: 'WHOLE_COLUMN',
  OTHER_YEAR: 'OTHER_YEAR',
  NO_HEADING: 'NO_HEADING',
};

const isColumn = (use: ColumnUse | undefined): use is Column =>
  use !== undefined && use !== 'LABEL' && !(use in REASONS);

/** A column of which nothing is taken is listed once, by its heading or its first text, with the number of its cells. */
function leaveColumns(uses: readonly ColumnUse[], rows: Rows, placements: Placements): void {
  for (const [at, use] of uses.entries()) {
    const reason = REASONS[use];
    if (reason === undefined) continue;
    const [first, ...others] = rows.flatMap((row) => (row[at]?.trim() ? [row[at]] : []));
    if (first !== undefined) placements.leave(first, reason, '', others.length);
  }
}

/** Two columns of figures are numerator and denominator; for an indicator without these, the first is the value. */
function columnFor(
  use: Column,
  cell: FormCellFragment | undefined,
  uses: readonly ColumnUse[],
): Column | null {
  if (cell?.ratio === true || (use !== 'numerator' && use !== 'denominator')) return use;
  return use === 'numerator' && !uses.includes('value') ? 'value' : null;
}

function placeFrom(rows: Rows, placements: Placements, { cells, year, start }: Form): void {
  const [first = []] = rows;
  const hasHeading = rows.length > 1 && first.some((text) => isYear(text, year));
  if (hasHeading)
    for (const text of first) if (text.trim() !== '') placements.leave(text, 'HEADING');
  const from = cells.findIndex((cell) => keyOf(cell) === start?.indicator);
  for (const [down, row] of (hasHeading ? rows.slice(1) : rows).entries()) {
    const cell = from < 0 ? undefined : cells[from + down];
    const width = row.filter((text) => text.trim() !== '').length;
    const columns = cell && start ? columnsFrom(start.column, cell, width) : [];
    for (const [at, text] of row.entries()) {
      if (text.trim() === '') continue;
      const column = columns[at];
      if (cell === undefined) placements.leave(text, from < 0 ? 'UNKNOWN_INDICATOR' : 'BELOW_END');
      else if (column === undefined) placements.leave(text, 'UNKNOWN_COLUMN', cell.name.text);
      else placements.place({ indicator: keyOf(cell), column, text });
    }
  }
}

function columnsFrom(start: Column, cell: FormCellFragment, width: number): readonly Column[] {
  if (!cell.ratio || start === 'sourceText' || start === 'comment') return [start];
  if (start === 'denominator') return ['denominator'];
  if (start === 'value' && width === 1) return ['value'];
  return start === 'value' && width > 2
    ? ['value', 'numerator', 'denominator']
    : ['numerator', 'denominator'];
}

/** The column in which most texts are indicators, if they are at least half of it. */
function keyColumn(rows: Rows, recognise: Finder): { at: number; found: number } {
  let best = { at: -1, found: 0 };
  for (const [at, column] of transposed(rows).entries()) {
    const texts = column.filter((text) => text.trim() !== '');
    const found = texts.filter((text) => recognise(text) !== null).length;
    if (found * 2 >= texts.length && found > best.found) best = { at, found };
  }
  return best;
}

function transposed(rows: Rows): string[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, at) => rows.map((row) => row[at] ?? ''));
}

/** How names are compared: without case, with single spaces, ё as е. */
const fold = (text: string): string =>
  text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase().replaceAll('ё', 'е');

/** Finds the indicator that a text means: its code, its name in any language, or the code with anything after it. */
function indicatorFinder(cells: readonly FormCellFragment[]): Finder {
  const codelist = cells.map(keyOf);
  const byName = new Map(
    cells.flatMap((cell) => cell.names.map(({ text }) => [fold(text), keyOf(cell)])),
  );
  const byCode = (text: string) => normaliseCode({ text, codelist }).code;
  return (text) => {
    const named = byName.get(fold(text));
    if (named !== undefined) return named;
    const [first = ''] = text.trim().split(/[\s:–—]/u);
    return byCode(text) ?? byCode(first.replace(/\.$/, ''));
  };
}

/** What one pasted text changes in its cell; null if it is not among the options of a choice. */
export function toPatch({ column, text }: Placed, cell: FormCellFragment): Partial<Draft> | null {
  const clean = text.trim();
  if (column === 'sourceText' || column === 'comment') return { [column]: clean };
  if (column !== 'value') return { [column]: clean, missingReason: null };
  if (cell.kind === 'NUMERIC') return { value: clean, missingReason: null };
  const value = optionOf(clean, cell);
  return value === null ? null : { value, missingReason: null };
}

function optionOf(text: string, { kind, stages }: FormCellFragment): string | null {
  if (kind === 'BINARY') {
    const { value } = parseYesNo({ text });
    return value === null ? null : String(Number(value));
  }
  const { value } = parseNumber({ text, integer: true });
  return value !== null && stages?.[value] !== undefined ? String(value) : null;
}

export function toPatches(placed: readonly Placed[], cells: readonly FormCellFragment[]): Patch[] {
  const patches = new Map<string, Partial<Draft>>();
  for (const one of placed) {
    const cell = cells.find((other) => keyOf(other) === one.indicator);
    const patch = cell && toPatch(one, cell);
    if (patch) patches.set(one.indicator, { ...patches.get(one.indicator), ...patch });
  }
  return [...patches].map(([key, patch]) => ({ key, patch }));
}
