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
import type { CheckContext, ExistingCell, ImportIndicator } from './check-context.ts';
import type { Field, SourceCell, SourceRow } from './formats/format.ts';
import { type ImportProblem, importProblem } from './import-problem.ts';
import { givenComment, givenSource } from './own-words.ts';
import { basisOf, REASON_OF_STATUS, statusOf } from './template-words.ts';

interface ReadEntry {
  /** Null where the row was not filled in. */
  entry: Entry | null;
  problems: ImportProblem[];
}

interface Figure {
  value: string | null;
  missing: MissingReason | null;
}

const NOTHING: Figure = { value: null, missing: null };

type Saved = Pick<ExistingCell, 'content' | 'named' | 'note'>;

/** What the row says of its cell. What it does not speak of stays as it was. `bodies`: names of the one that reports it. */
export function readEntry(
  row: SourceRow,
  indicator: ImportIndicator,
  { decimal, words }: Pick<CheckContext, 'decimal' | 'words'>,
  existing: Saved | null,
  bodies: readonly string[],
): ReadEntry {
  const before = existing?.content ?? null;
  const saved = existing && { ...existing.content, named: existing.named, note: existing.note };
  const problems: ImportProblem[] = [];
  const figure = (field: Field): Figure => {
    const cell = row.cells[field];
    return cell ? readFigure(row, cell, indicator, decimal, field, problems) : NOTHING;
  };
  const [value, numerator, denominator] = [
    figure('value'),
    figure('numerator'),
    figure('denominator'),
  ];
  const status = statusOf(row.cells.status?.text ?? '', words.status);
  if (status === undefined) {
    const text = row.cells.status?.text ?? '';
    problems.push(
      problemAt(row, 'status', 'ERROR', 'UNKNOWN_STATUS', { text: text.slice(0, 100) }),
    );
  }
  const marked = REASON_OF_STATUS.get(status ?? '') ?? null;
  const given = [value, numerator, denominator].some((read) => read.value !== null);
  // a figure beside the status that there is none stays: both are shown, and one is to be taken out
  const missing =
    marked ?? (given ? null : (value.missing ?? numerator.missing ?? denominator.missing));
  const isGiven = given || missing !== null || problems.length > 0;
  if (!isGiven) return { entry: null, problems };
  const isAsBefore = (value.value ?? null) === (before?.value ?? null);
  return {
    entry: {
      ...readFact(row, words, isAsBefore ? before : null, problems),
      value: value.value,
      numerator: numerator.value,
      denominator: denominator.value,
      missingReason: missing,
      obsStatus: missing === null ? status : null,
      sourceText:
        givenSource(plainText(row.cells.source?.text), saved, bodies) ?? before?.sourceText ?? null,
      comment: givenComment(plainText(row.cells.comment?.text), saved) ?? before?.comment ?? null,
    },
    problems,
  };
}

/** Of a law: what proves the stage. The same stage keeps what is saved of it; another one has to bring its own. */
function readFact(
  row: SourceRow,
  words: CheckContext['words'],
  before: Content | null,
  problems: ImportProblem[],
): FactEntry {
  const text = (field: Field) => plainText(row.cells[field]?.text);
  const wrong = (field: Field, code: string) =>
    problems.push(problemAt(row, field, 'ERROR', code, { text: text(field).slice(0, 100) }));
  const date = text('factDate');
  const factDate = date === '' ? null : parseFactDate(date);
  if (date !== '' && factDate === null) wrong('factDate', 'FACT_DATE_INVALID');
  const basis = basisOf(text('basis'), words.basis);
  if (basis === undefined) wrong('basis', 'UNKNOWN_BASIS');
  return {
    factDate: factDate ?? before?.factDate ?? null,
    provision: text('provision') || (before?.provision ?? null),
    basis: basis ?? before?.basis ?? null,
  };
}

/** A text that the template protected with an apostrophe comes back without it. */
const plainText = (text = ''): string => text.trim().replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '');

function readFigure(
  row: SourceRow,
  cell: SourceCell,
  indicator: ImportIndicator,
  decimal: ',' | '.' | null,
  field: Field,
  problems: ImportProblem[],
): Figure {
  const whole = indicator.whole && field === 'value';
  if (indicator.kind === 'BINARY' && !cell.typed) {
    const yesNo = parseYesNo({ text: cell.text });
    if (yesNo.value !== null) return { value: yesNo.value ? '1' : '0', missing: null };
  }
  const read = parseNumber({
    text: cell.text,
    decimal: cell.typed ? '.' : decimal,
    integer: whole,
    unit: indicator.unit,
  });
  const scaled = read.value === null ? null : scale(read.value, row.cells.unitMultiplier?.text);
  if (read.error !== null) {
    problems.push(problemAt(row, field, 'ERROR', read.error, { text: cell.text.slice(0, 100) }));
  }
  // of a typed number its separators are nobody's choice; of what is no number there is nothing more to say
  for (const warning of cell.typed || read.error !== null ? [] : read.warnings) {
    const params = { text: cell.text.slice(0, 100), value: scaled ?? '' };
    problems.push(problemAt(row, field, 'WARN', warning, params));
  }
  const missing =
    read.missing === 'NOT_AVAILABLE'
      ? 'NOT_SHARED'
      : read.missing === 'SUPPRESSED'
        ? 'SUPPRESSED'
        : null;
  return { value: scaled, missing };
}

/** UNIT_MULT 3 is thousands. */
function scale(value: number, power = ''): string {
  const by = /^\d$/.test(power.trim()) ? Number(power) : 0;
  return decimalText(new Decimal(value).times(new Decimal(10).pow(by)));
}

export function problemAt(
  row: SourceRow,
  field: Field,
  severity: ImportProblem['severity'],
  code: string,
  params: Readonly<Record<string, string | number>> = {},
): ImportProblem {
  const place = { row: row.line, column: row.cells[field]?.column ?? null };
  return { ...importProblem(severity, code, place, params), field };
}
