import {
  checkSubmission,
  decimalText,
  isBlankEntry,
  needsComment,
  parseFactDate,
  parseNumber,
  readCellEntry,
  readFact,
  readingsOf,
  type CellContent,
  type CellHit,
  type EntryProblem,
  type FactProblem,
} from '@qadam/domain';
import { typed, type DecimalMark } from '../../desk/decimal-mark.ts';
import type { FormDrafts } from '../../desk/draft-store.ts';
import type { RuleHitFragment } from '../../desk/problem.generated.ts';
import { paramsOf, type Problem } from '../../desk/problem-text.ts';
import {
  BLANK,
  FIGURES,
  isSaved,
  type Content,
  type Draft,
  type FigureField,
  type SaveRequest,
} from './cell-draft.ts';
import type { FormCellFragment } from './form-cell.generated.ts';

export interface FieldProblem extends Problem {
  field: EntryProblem['field'] | FactProblem['field'];
}

interface AmbiguousNumber {
  field: FigureField;
  read: 'DECIMALS' | null;
}

export interface Reading {
  /** What can be saved; `BLANK` to take a first value back. Null while something cannot be read or nothing was entered. */
  content: Content | null;
  /** What the cell holds once that is saved, with the value computed from numerator and denominator; null where there is nothing. */
  holds: CellContent | null;
  empty: boolean;
  fieldProblems: FieldProblem[];
  /** How a text was understood where that is not obvious: "7,250 was read as 7.25". */
  hints: FieldProblem[];
  /** What the rules find in content that can be read. */
  hits: readonly RuleHitFragment[];
  needsComment: boolean;
}

const problemIn = (
  field: FieldProblem['field'],
  code: string,
  facts: Record<string, string> = {},
): FieldProblem => ({ field, code, params: paramsOf(facts) });

/** The figures that can be read in two ways. `read: null`: the reporter is asked which was meant; otherwise it was read so, and may be corrected. */
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

/** Words for a gap ("н/д", "x") belong in the missing reason, where the kinds of gap are distinct. */
const MISSING_WORDS = new Set(['NOT_AVAILABLE', 'SUPPRESSED']);

/** A date may be typed in all the ways in which a file may hold it. */
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
    // an English comma before three digits can be read in two ways: in a count it cannot be a decimal mark, in a rate
    // it can, from somebody whose Excel has a decimal comma; if it is the page's own decimal mark, a hint says how it
    // was read
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
  // for content that is saved, the server's hits are used: it knows more, such as what is cumulative
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

/** The value computed from numerator and denominator, where none was typed. */
export const computedValue = ({ content, holds }: Reading): string | null =>
  content?.value == null ? (holds?.value ?? null) : null;

export const asRuleHit = ({ rule, code, severity, params }: CellHit): RuleHitFragment => ({
  rule,
  code,
  severity,
  params: paramsOf(params),
});

export const isSameHits = (one: readonly RuleHitFragment[], other: readonly RuleHitFragment[]) =>
  JSON.stringify(one) === JSON.stringify(other);

/** What the server would find at submission, found at once by the same rules. */
export function hitsOf(
  content: CellContent & Pick<Content, 'sourceText' | 'comment' | 'factDate' | 'provision'>,
  cell: FormCellFragment,
  year: number,
): RuleHitFragment[] {
  const { kind, unit, min, max, step, decimals, whole, multiplier, baselineYear, history } = cell;
  const { bodyNames, evidence, published } = cell;
  const { sourceText, factDate, provision } = content;
  const { hits } = checkSubmission(
    {
      ...content,
      fact: { factDate, provision },
      indicator: { kind, unit, min, max, step, decimals, integer: whole },
      multiplier,
      year,
      currentYear: new Date().getFullYear(),
      baselineYear,
      history,
    },
    { source: sourceText, body: bodyNames, evidence, published },
  );
  return hits.map(asRuleHit);
}

/** What is kept of a cell after the tab is closed. */
export interface KeptDraft {
  draft: Draft;
  /** The version of the cell over which the draft was typed. */
  version: number;
  /** The request that has no answer yet. It is sent again with its own key, so that it cannot be stored twice. */
  request: SaveRequest | null;
  mark: DecimalMark;
}
export type CellDrafts = FormDrafts<KeptDraft>;

/**
 * A kept draft in the decimal mark of the language the page is in now. If a figure cannot be read, or in two ways, the
 * draft stays as it was typed, with its mark, until somebody types again.
 */
export function inMark(
  kept: KeptDraft,
  cell: FormCellFragment,
  { year, mark }: { year: number; mark: DecimalMark },
): { draft: Draft; mark: DecimalMark } {
  const { draft } = kept;
  if (kept.mark === mark) return { draft, mark };
  const { fieldProblems } = readDraft(draft, cell, year, kept.mark);
  if (fieldProblems.some(({ field }) => FIGURES.some((figure) => figure === field))) {
    return { draft, mark: kept.mark };
  }
  const figure = (text: string, unit: string) => {
    const { value } = parseNumber({ text, decimal: kept.mark, integer: false, unit });
    return value === null ? text : typed(decimalText(value), mark);
  };
  const value = figure(draft.value, cell.unit);
  const numerator = figure(draft.numerator, 'NUMBER');
  const denominator = figure(draft.denominator, 'NUMBER');
  return { draft: { ...draft, value, numerator, denominator }, mark };
}
