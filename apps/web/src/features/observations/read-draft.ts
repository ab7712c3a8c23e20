import type { DecimalMark } from '../../desk/decimal-mark.ts';
import {
  decimalText,
  isBlankEntry,
  needsComment,
  parseFactDate,
  parseNumber,
  readFact,
  readCellEntry,
  readingsOf,
  type CellContent,
  type EntryProblem,
  type FactProblem,
} from '@qadam/domain';
import type { Problem } from '../../desk/problem-text.ts';
import { BLANK, isSaved, type Content, type Draft } from './cell-draft.ts';
import { hitsOf, type RuleHit } from './cell-hits.ts';
import type { FormCellFragment } from './form-cell.generated.ts';

export type FigureField = 'value' | 'numerator' | 'denominator';

export interface FieldProblem extends Problem {
  field: EntryProblem['field'] | FactProblem['field'];
}

interface AmbiguousNumber {
  field: FigureField;
  read: 'DECIMALS' | null;
}

export interface Reading {
  /** What can be saved, nothing included where a first value is taken back; null while something cannot be read or nothing was entered. */
  content: Content | null;
  /** What the cell holds once that is saved, with the value that its parts give; null where there is nothing. */
  holds: CellContent | null;
  /** Nothing was entered at all. */
  empty: boolean;
  /** Why it cannot be saved as it stands. */
  fieldProblems: FieldProblem[];
  /** How a text was understood where that is not obvious: "7,250 was read as 7.25". */
  hints: FieldProblem[];
  /** What the rules say of a content that can be read. */
  hits: readonly RuleHit[];
  /** It is not submitted without a word. */
  needsComment: boolean;
}

const problemIn = (
  field: FieldProblem['field'],
  code: string,
  params: Record<string, string> = {},
): FieldProblem => ({
  field,
  code,
  params: Object.entries(params).map(([name, value]) => ({ name, value })),
});

/** The figures that can be read in two ways, and how each was read: which was meant is asked, or may be put right. */
export function ambiguousNumbers({
  fieldProblems,
  hints,
}: Pick<Reading, 'fieldProblems' | 'hints'>): AmbiguousNumber[] {
  return (['value', 'numerator', 'denominator'] as const).flatMap((field): AmbiguousNumber[] => {
    const has = (said: readonly FieldProblem[], code: string) =>
      said.some((one) => one.field === field && one.code === code);
    if (has(fieldProblems, 'AMBIGUOUS_SEPARATOR')) return [{ field, read: null }];
    return has(hints, 'LOOKS_LIKE_THOUSANDS') ? [{ field, read: 'DECIMALS' }] : [];
  });
}

/** Words for a gap ("н/д", "x") belong into the reason, where they are distinct. */
const MISSING_WORDS = new Set(['NOT_AVAILABLE', 'SUPPRESSED']);

/**
 * An English comma before three digits: a count cannot be meant with decimals, a rate can, by whoever has the comma for
 * a decimal mark in Excel. Of one's own decimal mark a hint says how it was read.
 */
function isDoubtful(
  text: string,
  of: { cell: FormCellFragment; field: FigureField; warnings: readonly string[] },
): boolean {
  const isCount = of.cell.whole || of.field !== 'value';
  if (isCount || of.warnings.includes('LOOKS_LIKE_THOUSANDS')) return false;
  return readingsOf({ text, unit: of.cell.unit }) !== null;
}

/** A date as people write it is read, as in a file. */
const factOf = ({ factDate, provision, basis }: Draft) => ({
  factDate: parseFactDate(factDate) ?? factDate,
  provision,
  basis,
});

/** Everything that can be said of a draft without asking the server; the rules are the domain's. */
export function readDraft(
  draft: Draft,
  cell: FormCellFragment,
  year: number,
  mark: DecimalMark,
): Reading {
  const fieldProblems: FieldProblem[] = [];
  const hints: FieldProblem[] = [];

  const figure = (field: FigureField): string | null => {
    const text = draft[field];
    const { value, missing, error, warnings } = parseNumber({
      text,
      decimal: mark,
      integer: false,
      unit: field === 'value' ? cell.unit : 'NUMBER',
    });
    if (error === null && isDoubtful(text, { cell, field, warnings })) {
      fieldProblems.push(problemIn(field, 'AMBIGUOUS_SEPARATOR', { text: text.trim() }));
      return null;
    }
    if (error !== null) fieldProblems.push(problemIn(field, error, { text: text.trim() }));
    else if (missing !== null && MISSING_WORDS.has(missing)) {
      fieldProblems.push(problemIn(field, 'MISSING_WORD', { text: text.trim() }));
    }
    if (value === null) return null;
    const exact = decimalText(value);
    for (const code of warnings)
      hints.push(problemIn(field, code, { text: text.trim(), value: exact }));
    return exact;
  };

  const figures = {
    value: figure('value'),
    numerator: cell.ratio ? figure('numerator') : null,
    denominator: cell.ratio ? figure('denominator') : null,
    missingReason: draft.missingReason,
  };
  const { fact, problems } = readFact({ ...figures, ...factOf(draft) }, cell.element !== null);
  for (const { field, code } of problems) fieldProblems.push(problemIn(field, code));
  const content: Content = {
    ...figures,
    ...fact,
    obsStatus: draft.missingReason === null ? (draft.obsStatus ?? null) : null,
    sourceText: draft.sourceText?.trim() || null,
    comment: draft.comment.trim() || null,
  };
  const empty = isBlankEntry(content) && fieldProblems.length === 0;
  const entered =
    fieldProblems.length > 0 || empty ? null : readCellEntry(content, cell, cell.current);
  for (const { field, code } of entered?.problems ?? []) fieldProblems.push(problemIn(field, code));
  const isSavedBefore = cell.current !== null;
  if (empty && isSavedBefore && !cell.clearable)
    fieldProblems.push(problemIn('value', 'EMPTY_CELL'));

  const holds = entered?.content ?? null;
  const hits = holds === null ? [] : hitsFor(content, holds, cell, year);
  return {
    content: holds !== null ? content : empty && isSavedBefore && cell.clearable ? BLANK : null,
    holds,
    empty,
    fieldProblems,
    hints,
    hits,
    needsComment: needsComment(holds ?? content, hits),
  };
}

/** Of a saved content the server has said more than can be known here: it sees what is cumulative. */
function hitsFor(
  content: Content,
  holds: CellContent,
  cell: FormCellFragment,
  year: number,
): readonly RuleHit[] {
  if (isSaved({ content, holds }, cell)) return cell.hits;
  return hitsOf({ ...content, ...holds }, cell, year);
}

/** The value that two parts give, where none was typed. */
export const computedValue = ({ content, holds }: Reading): string | null =>
  content?.value == null ? (holds?.value ?? null) : null;
