import type { Maybe } from '../values/figure.ts';
import { decimalText, type DecimalTextProblem, readDecimalText } from '../values/decimal-text.ts';
import type { MissingReason } from './check-cell.types.ts';
import { type RateOf, rateOfParts } from './ratio-hits.ts';

/** What was entered into one cell; the figures have been read already and are exact decimals. */
export interface CellEntry {
  value?: Maybe<string>;
  numerator?: Maybe<string>;
  denominator?: Maybe<string>;
  missingReason?: Maybe<MissingReason>;
  obsStatus?: Maybe<string>;
}

/** What a cell holds. */
export interface CellContent {
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  missingReason: MissingReason | null;
  obsStatus: string;
}

export interface EntryProblem {
  field: keyof CellEntry;
  code:
    | DecimalTextProblem
    | 'EMPTY_CELL'
    | 'MISSING_DENOMINATOR'
    | 'MISSING_NUMERATOR'
    | 'REASON_EXCLUDES_VALUE'
    | 'UNKNOWN_STATUS';
}

export type ReadEntry =
  { content: CellContent; problems: [] } | { content: null; problems: EntryProblem[] };

/** By SDMX CL_OBS_STATUS: L exists but was not collected, O missing, M cannot exist, Q suppressed. */
export const STATUS_OF_REASON: Readonly<Record<MissingReason, string>> = {
  NOT_COLLECTED: 'L',
  NOT_SHARED: 'O',
  NOT_APPLICABLE: 'M',
  SUPPRESSED: 'Q',
};

/** The statuses that a cell with a value may have (methods.md 6). */
const STATUS_OF_VALUE = new Set(['A', 'B', 'E', 'F', 'I', 'P', 'U', 'V']);

const FIGURES = ['value', 'numerator', 'denominator'] as const;

const isGiven = (entry: CellEntry): boolean => FIGURES.some((field) => entry[field] != null);

/** Was nothing entered? Empty is neither zero nor a missing reason. */
export const isBlankEntry = (entry: CellEntry): boolean =>
  !isGiven(entry) && entry.missingReason == null;

/**
 * The cell content that an entry gives, or the problems why it gives none. A value that was not entered is computed from its
 * parts; where they give none, as over a denominator of zero, it stays empty and `checkCell` gives the reason. Every figure is
 * in its one canonical spelling. A value that breaks a rule is content all the same: it is kept as a draft, and only its
 * submission is blocked. An entry without an OBS_STATUS keeps the status that the cell had: an estimate stays an estimate
 * until somebody changes it. Source: domain.md (Reporting), methods.md 1.9 and 6.
 */
export function readCellEntry(
  entry: CellEntry,
  indicator: RateOf,
  before: Maybe<Pick<CellContent, 'obsStatus'>> = null,
): ReadEntry {
  const problems = [...entryProblems(entry), ...figureProblems(entry)];
  if (problems.length > 0) return { content: null, problems };
  const rate = rateOfParts(entry, indicator);
  const computed = rate?.value == null ? null : decimalText(rate.value);
  const figures = { ...entry, value: entry.value ?? computed };
  const tooLong = figureProblems(figures);
  if (tooLong.length > 0) return { content: null, problems: tooLong };
  const reason = entry.missingReason ?? (figures.value === null ? rate?.missingReason : null);
  return {
    content: {
      value: spelled(figures.value),
      numerator: spelled(figures.numerator),
      denominator: spelled(figures.denominator),
      missingReason: reason ?? null,
      obsStatus: reason == null ? (entry.obsStatus ?? markOf(before)) : STATUS_OF_REASON[reason],
    },
    problems: [],
  };
}

/**
 * The entry that leads to this content: `readCellEntry` backwards. A value that follows from the parts, or the reason why they
 * give none, is not part of the entry; a value that differs from what the parts give was entered, and stays.
 */
export function entryOf(
  { value, numerator, denominator, missingReason }: Omit<CellContent, 'obsStatus'>,
  indicator: RateOf,
): Required<Omit<CellEntry, 'obsStatus'>> {
  const parts = { numerator, denominator };
  const given = readCellEntry(parts, indicator).content;
  return {
    ...parts,
    value: value !== null && given?.value === spelled(value) ? null : value,
    missingReason: given?.missingReason === missingReason ? null : missingReason,
  };
}

/** The status of a value to which none was entered: the one the cell had, if that is a status of values, else A. */
const markOf = (before: Maybe<Pick<CellContent, 'obsStatus'>>): string =>
  before != null && STATUS_OF_VALUE.has(before.obsStatus) ? before.obsStatus : 'A';

function entryProblems(entry: CellEntry): EntryProblem[] {
  const { numerator, denominator, missingReason, obsStatus } = entry;
  const problems: EntryProblem[] = [];
  const found = (field: EntryProblem['field'], code: EntryProblem['code']) =>
    problems.push({ field, code });
  if (isBlankEntry(entry)) found('value', 'EMPTY_CELL');
  if (isGiven(entry) && missingReason != null) found('missingReason', 'REASON_EXCLUDES_VALUE');
  if (numerator == null && denominator != null) found('numerator', 'MISSING_NUMERATOR');
  if (numerator != null && denominator == null) found('denominator', 'MISSING_DENOMINATOR');
  if (missingReason == null && obsStatus != null && !STATUS_OF_VALUE.has(obsStatus)) {
    found('obsStatus', 'UNKNOWN_STATUS');
  }
  return problems;
}

/** Refuses figures that the column of the database could hold only rounded. */
function figureProblems(entry: CellEntry): EntryProblem[] {
  return FIGURES.flatMap((field) => {
    const figure = entry[field];
    const code = figure == null ? null : readDecimalText(figure).problem;
    return code === null ? [] : [{ field, code }];
  });
}

const spelled = (figure: Maybe<string>): string | null =>
  figure == null ? null : readDecimalText(figure).text;
