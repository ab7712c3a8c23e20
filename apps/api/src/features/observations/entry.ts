import {
  type ComputedRate,
  computeRate,
  decimalText,
  readDecimalText,
  STATUS_OF_REASON,
} from '@qadam/domain';
import type { MissingReason } from '../../graphql/enums.ts';
import { problem } from '../../graphql/problem.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import type { DeskIndicator } from '../indicators/desk-indicator.ts';
import { Refused } from './refused.ts';
import { freeText } from './text.ts';

/** What a reporter typed into one cell. */
export interface Entry {
  value?: string | null;
  numerator?: string | null;
  denominator?: string | null;
  missingReason?: MissingReason | null;
  obsStatus?: string | null;
  sourceText?: string | null;
  comment?: string | null;
}

export interface Content {
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  missingReason: MissingReason | null;
  obsStatus: string;
  sourceText: string | null;
  comment: string | null;
}

/** What a cell holds after its first save was taken back: nothing, and no reason why. */
export const CLEARED: Content = {
  value: null,
  numerator: null,
  denominator: null,
  missingReason: null,
  obsStatus: 'A',
  sourceText: null,
  comment: null,
};

export const isBlank = ({ value, numerator, denominator, missingReason }: Entry): boolean =>
  [value, numerator, denominator, missingReason].every((one) => (one ?? null) === null);

/** What may be said of a value that is there (methods.md 6). */
const STATUS_OF_VALUE = new Set(['A', 'B', 'E', 'F', 'I', 'P', 'U', 'V']);

/**
 * The content of the revision that an entry makes, or Refused where it makes none. A value that
 * breaks a rule is content all the same: it is kept as a draft, and only its submission is blocked.
 */
export function contentOf(entry: Entry, indicator: DeskIndicator): Content {
  const { missingReason = null, numerator = null, denominator = null } = entry;
  const given = [entry.value, numerator, denominator].some((figure) => (figure ?? null) !== null);
  const problems: Problem[] = [];
  if (!given && missingReason === null) problems.push(problem('EMPTY_CELL', 'value'));
  if (given && missingReason !== null) {
    problems.push(problem('REASON_EXCLUDES_VALUE', 'missingReason'));
  }
  if (numerator === null && denominator !== null) {
    problems.push(problem('MISSING_NUMERATOR', 'numerator'));
  }
  if (numerator !== null && denominator === null) {
    problems.push(problem('MISSING_DENOMINATOR', 'denominator'));
  }
  const status = entry.obsStatus ?? null;
  if (status !== null && missingReason === null && !STATUS_OF_VALUE.has(status)) {
    problems.push(problem('UNKNOWN_STATUS', 'obsStatus'));
  }
  if (problems.length > 0) throw new Refused(...problems);

  const rate = rateOf(numerator, denominator, indicator);
  const value = exactly(entry.value, 'value') ?? exactly(rate?.value, 'value');
  const reason = missingReason ?? (value === null ? (rate?.missingReason ?? null) : null);
  return {
    value,
    numerator: exactly(numerator, 'numerator'),
    denominator: exactly(denominator, 'denominator'),
    missingReason: reason,
    obsStatus: reason === null ? (status ?? 'A') : STATUS_OF_REASON[reason],
    sourceText: freeText(entry.sourceText, 'sourceText'),
    comment: freeText(entry.comment, 'comment'),
  };
}

/** Without a value where none can be computed, for example over a denominator of zero: a rule tells. */
function rateOf(
  numerator: string | null,
  denominator: string | null,
  { multiplier, decimals }: DeskIndicator,
): ComputedRate | null {
  if (numerator === null || denominator === null) return null;
  return computeRate({ numerator, denominator, multiplier, decimals });
}

/** Its one canonical spelling. What the column could only hold rounded is refused. */
function exactly(figure: string | number | null | undefined, field: string): string | null {
  if (figure === null || figure === undefined) return null;
  const plain = typeof figure === 'string' ? figure : decimalText(figure);
  const { text, problem: code } = readDecimalText(plain);
  if (code !== null) throw new Refused(problem(code, field));
  return text;
}
