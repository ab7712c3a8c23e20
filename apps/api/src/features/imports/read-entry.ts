import {
  Decimal,
  decimalText,
  type FactEntry,
  parseFactDate,
  parseNumber,
  parseYesNo,
} from '@qadam/domain';
import type { MissingReason } from '../../graphql/enums.ts';
import type { Entry } from '../observations/entry.ts';
import type { Content } from '../observations/observation.entity.ts';
import type { CheckContext, ImportIndicator } from './check-context.ts';
import type { ExistingCell } from './known-cells.reader.ts';
import type { Field, SourceRow } from './formats/format.ts';
import { type ImportProblem, importProblem, type Params } from './import-problem.ts';
import { withoutFootnote } from './formats/head-words.ts';
import { powerIn, unitIn } from './formats/unit-words.ts';
import { givenComment, givenSource, type OwnWords } from './own-words.ts';
import { basisOf, REASON_OF_STATUS, statusOf } from './template-words.ts';

type Figured = 'value' | 'numerator' | 'denominator';

interface Figure {
  value: string | null;
  missing: MissingReason | null;
}

/** The missing reason for each mark that can stand in place of a figure. */
const MISSING = { BLANK: null, NOT_AVAILABLE: 'NOT_SHARED', SUPPRESSED: 'SUPPRESSED' } as const;

type Saved = Pick<ExistingCell, 'content' | 'named' | 'note' | 'body'>;

/**
 * The entry that a row makes for its cell; null if the row was not filled in. Fields that the row does not mention keep their
 * saved values. `bodies`: the names of the reporting body.
 */
export function readEntry(
  row: SourceRow,
  indicator: ImportIndicator,
  { decimal, words, cycle }: Pick<CheckContext, 'decimal' | 'words' | 'cycle'>,
  existing: Saved | null,
  bodies: readonly string[],
  problems: ImportProblem[],
): Entry | null {
  const found = problems.length;
  const say = sayOf(row, problems);
  const before = existing?.content ?? null;
  const saved = existing && { ...existing.content, ...ownWordsOf(existing) };
  const figure = (field: Figured): Figure =>
    readFigure(
      cycle === null ? unmarked(row, field) : row,
      field,
      indicator,
      row.decimal ?? decimal,
      say,
    );
  const value = figure('value');
  const numerator = figure('numerator');
  const denominator = figure('denominator');
  const written = row.cells.status?.text ?? '';
  const status = statusOf(written, words.status);
  if (status === undefined) say('status', 'ERROR', 'UNKNOWN_STATUS', { text: short(written) });
  const marked = REASON_OF_STATUS.get(status ?? '') ?? null;
  const given = [value, numerator, denominator].some((read) => read.value !== null);
  // a figure beside a status that says there is none is kept: the person sees both and removes one
  const missing =
    marked ?? (given ? null : (value.missing ?? numerator.missing ?? denominator.missing));
  if (!given && missing === null && problems.length === found) return null;
  const isAsBefore = (value.value ?? null) === (before?.value ?? null);
  // if the file has no columns for counts and the rate is unchanged, the saved counts still hold
  const hasCounts = row.cells.numerator !== undefined || row.cells.denominator !== undefined;
  const kept = isAsBefore && !hasCounts && missing === null ? before : null;
  return {
    ...readFact(row, words, isAsBefore ? before : null, say),
    value: value.value,
    numerator: numerator.value ?? kept?.numerator ?? null,
    denominator: denominator.value ?? kept?.denominator ?? null,
    missingReason: missing,
    obsStatus: missing === null ? status : null,
    sourceText:
      givenSource(plainText(row.cells.source?.text), saved, bodies) ?? before?.sourceText ?? null,
    comment: givenComment(plainText(row.cells.comment?.text), saved) ?? before?.comment ?? null,
  };
}

const ownWordsOf = ({ named, note, body }: Saved): OwnWords => ({ named, note, body });

/** For a law, what proves the stage. If the stage is unchanged, the saved proof is kept; another stage needs its own. */
function readFact(
  { cells }: SourceRow,
  words: CheckContext['words'],
  before: Content | null,
  say: Say,
): FactEntry {
  const text = (field: Field) => plainText(cells[field]?.text);
  const date = text('factDate');
  const factDate = date === '' ? null : parseFactDate(date);
  if (date !== '' && factDate === null)
    say('factDate', 'ERROR', 'FACT_DATE_INVALID', { text: short(date) });
  const basis = basisOf(text('basis'), words.basis);
  if (basis === undefined) say('basis', 'ERROR', 'UNKNOWN_BASIS', { text: short(text('basis')) });
  return {
    factDate: factDate ?? before?.factDate ?? null,
    provision: text('provision') || (before?.provision ?? null),
    basis: basis ?? before?.basis ?? null,
  };
}

const short = (text: string): string => text.slice(0, 100);

/** The text without the apostrophe that our template puts before a formula character. */
const plainText = (text = ''): string => text.trim().replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '');

function readFigure(
  { cells }: SourceRow,
  field: Field,
  { kind, whole, unit }: ImportIndicator,
  decimal: ',' | '.' | null,
  say: Say,
): Figure {
  const cell = cells[field];
  if (cell === undefined) return { value: null, missing: null };
  const { text, typed, marked } = cell;
  if (kind === 'BINARY' && !typed) {
    const yesNo = parseYesNo({ text });
    if (yesNo.value !== null) return { value: yesNo.value ? '1' : '0', missing: null };
  }
  const power = powerOf(cells);
  if (power === null) {
    const told = short(cells.unitMultiplier?.text ?? '');
    say('unitMultiplier', 'ERROR', 'OTHER_UNIT', { text: told });
    return { value: null, missing: null };
  }
  const integer = whole && field === 'value' && power === 0;
  const read = parseNumber({ text, decimal: typed ? '.' : decimal, integer, unit });
  const value = read.value === null ? null : scale(read.value, power);
  if (whole && field === 'value' && value?.includes('.') === true)
    say(field, 'ERROR', 'NOT_INTEGER', { text: short(text) });
  if (value !== null && (marked !== undefined || power > 0))
    say(field, 'WARN', 'TAKEN_AS', { text: short(marked ?? text), value });
  if (read.error !== null) say(field, 'ERROR', read.error, { text: short(text) });
  // no warnings for a typed number, whose separators nobody chose, nor for a text that already has an error
  for (const warning of typed || read.error !== null ? [] : read.warnings)
    say(field, 'WARN', warning, { text: short(text), value: value ?? '' });
  return { value, missing: read.missing && MISSING[read.missing] };
}

/** The power of ten that figures are given in: 3 for UNIT_MULT 3 or “Thousands”, or for a unit “тыс. человек”. Null if the multiplier is unknown. */
function powerOf({ unitMultiplier, unit }: SourceRow['cells']): number | null {
  const multiplier = unitMultiplier?.text.trim() ?? '';
  return multiplier === '' || multiplier === '_Z'
    ? (unitIn(unit?.text ?? '')?.power ?? 0)
    : powerIn(multiplier);
}

const scale = (value: number, power: number): string =>
  decimalText(power === 0 ? value : new Decimal(value).times(new Decimal(10).pow(power)));

/** The row of an office's own file without the footnote mark behind the figure. */
function unmarked(row: SourceRow, field: Figured): SourceRow {
  const cell = row.cells[field];
  const text = withoutFootnote(cell?.text ?? '');
  return cell === undefined || text === cell.text
    ? row
    : { ...row, cells: { ...row.cells, [field]: { ...cell, text, marked: cell.text } } };
}

/** A problem at one field of a row, whether or not the file has the cell. */
export function problemAt(
  row: SourceRow,
  field: Field,
  severity: ImportProblem['severity'],
  code: string,
  params: Params = {},
): ImportProblem {
  const place = { row: row.line, column: row.cells[field]?.column ?? null };
  return { ...importProblem(severity, code, place, params), field };
}

type Said = Parameters<typeof problemAt> extends [SourceRow, ...infer Rest] ? Rest : never;
/** Adds a problem to a row. Returns null, so that a function can add a problem and return no result in one statement. */
export type Say = (...said: Said) => null;

export const sayOf =
  (row: SourceRow, problems: ImportProblem[]): Say =>
  (...said) => {
    problems.push(problemAt(row, ...said));
    return null;
  };
