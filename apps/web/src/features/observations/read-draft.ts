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
import type { DecimalMark } from '../../desk/decimal-mark.ts';
import type { RuleHitFragment } from '../../desk/problem.generated.ts';
import type { Problem } from '../../desk/problem-text.ts';
import {
  BLANK,
  FIGURES,
  isSaved,
  type Content,
  type Draft,
  type FigureField,
} from './cell-draft.ts';
import { hitsOf, paramsOf } from './cell-hits.ts';
import type { FormCellFragment } from './form-cell.generated.ts';

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
  hits: readonly RuleHitFragment[];
  /** It is not submitted without a word. */
  needsComment: boolean;
}

const problemIn = (
  field: FieldProblem['field'],
  code: string,
  facts: Record<string, string> = {},
): FieldProblem => ({ field, code, params: paramsOf(facts) });

/** The figures that can be read in two ways, and how each was read: which was meant is asked, or may be put right. */
export function ambiguousNumbers({
  fieldProblems,
  hints,
}: Pick<Reading, 'fieldProblems' | 'hints'>): AmbiguousNumber[] {
  return FIGURES.flatMap((field): AmbiguousNumber[] => {
    const has = (said: readonly FieldProblem[], code: string) =>
      said.some((one) => one.field === field && one.code === code);
    if (has(fieldProblems, 'AMBIGUOUS_SEPARATOR')) return [{ field, read: null }];
    return has(hints, 'LOOKS_LIKE_THOUSANDS') ? [{ field, read: 'DECIMALS' }] : [];
  });
}

/** Words for a gap ("н/д", "x") belong into the reason, where they are distinct. */
const MISSING_WORDS = new Set(['NOT_AVAILABLE', 'SUPPRESSED']);

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
    const text = draft[field].trim();
    const unit = field === 'value' ? cell.unit : 'NUMBER';
    const read = parseNumber({ text, decimal: mark, integer: false, unit });
    const { value, missing, warnings } = read;
    // an English comma before three digits: a count cannot be meant with decimals, a rate can, by whoever has the comma
    // for a decimal mark in Excel; of one's own decimal mark a hint says how it was read
    const isInDoubt =
      read.error === null &&
      field === 'value' &&
      !cell.whole &&
      !warnings.includes('LOOKS_LIKE_THOUSANDS') &&
      readingsOf({ text, unit }) !== null;
    const isWord = missing !== null && MISSING_WORDS.has(missing);
    const error = isInDoubt ? 'AMBIGUOUS_SEPARATOR' : (read.error ?? (isWord && 'MISSING_WORD'));
    if (error) fieldProblems.push(problemIn(field, error, { text }));
    if (isInDoubt || value === null) return null;
    const exact = decimalText(value);
    hints.push(...warnings.map((code) => problemIn(field, code, { text, value: exact })));
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
  // of a saved content the server has said more than can be known here: it sees what is cumulative
  const found = () => (holds === null ? [] : hitsOf({ ...content, ...holds }, cell, year));
  const hits = isSaved({ content, holds }, cell) ? cell.hits : found();
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

/** The value that two parts give, where none was typed. */
export const computedValue = ({ content, holds }: Reading): string | null =>
  content?.value == null ? (holds?.value ?? null) : null;
