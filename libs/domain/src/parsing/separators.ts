import type { DecimalMark, NumberProblem, NumberWarning } from './parse-number.types.ts';

/** The digits of an unsigned number with a dot before the decimals, or why they cannot be read. */
export type Digits =
  | { digits: string; problem: null; warning: NumberWarning | null }
  | { digits: null; problem: NumberProblem };

// \p{Zs}: spaces only. A tab or a line end within a cell stands between two numbers.
const ONLY_DIGITS_AND_SEPARATORS = /^[\d\p{Zs}.,'’]+$/u;
const GROUPED_BY_SPACE = /^\d{1,3}(?:(?:\p{Zs}\d{3})+|(?:['’]\d{3})+)(?:([.,])\d+)?$/u;
const GROUPED_BY_MARK = /^\d{1,3}(?:[.,]\d{3})+$/;
const LOOKS_LIKE_THOUSANDS = /^[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * Tells grouping from decimals in an unsigned number. A space or an apostrophe only ever groups; of `,`
 * and `.` together the last is the decimal mark; one of them alone, three digits before the end, separates
 * thousands or decimals according to the `hint`, and is ambiguous if the hint cannot settle it.
 * Source: methods.md 8.3 step 15.
 */
export function readSeparators(unsigned: string, hint: DecimalMark | null): Digits {
  if (!ONLY_DIGITS_AND_SEPARATORS.test(unsigned)) return withProblem('NOT_A_NUMBER');
  if (/[\p{Zs}'’]/u.test(unsigned)) return groupedBySpace(unsigned, hint);
  if (!/^\d.*\d$|^\d$/.test(unsigned)) return withProblem('NOT_A_NUMBER');
  const marks = [...unsigned.matchAll(/[.,]/g)].map(([mark]) => mark as DecimalMark);
  const last = marks.at(-1);
  if (last === undefined) return found(unsigned);
  if (new Set(marks).size === 2) return bothMarks(unsigned, last, hint);
  if (marks.length === 1) return oneMark(unsigned, last, hint);
  return GROUPED_BY_MARK.test(unsigned) ? found(unsigned, null) : withProblem('BAD_GROUPING');
}

function groupedBySpace(unsigned: string, hint: DecimalMark | null): Digits {
  const grouped = GROUPED_BY_SPACE.exec(unsigned);
  if (grouped === null) return withProblem('BAD_GROUPING');
  const decimal = (grouped[1] ?? null) as DecimalMark | null;
  return found(unsigned, decimal, foreign(decimal, hint));
}

function bothMarks(unsigned: string, decimal: DecimalMark, hint: DecimalMark | null): Digits {
  const at = unsigned.lastIndexOf(decimal);
  const whole = unsigned.slice(0, at);
  if (whole.includes(decimal) || !GROUPED_BY_MARK.test(whole)) return withProblem('BAD_GROUPING');
  return found(unsigned, decimal, foreign(decimal, hint));
}

function oneMark(unsigned: string, mark: DecimalMark, hint: DecimalMark | null): Digits {
  const thousands = LOOKS_LIKE_THOUSANDS.test(unsigned);
  if (mark === hint) return found(unsigned, mark, thousands ? 'LOOKS_LIKE_THOUSANDS' : null);
  if (!thousands) return found(unsigned, mark, foreign(mark, hint));
  // Only where the decimal mark is the English dot is the other mark, a comma, a group mark beyond doubt.
  return hint === '.' ? found(unsigned) : withProblem('AMBIGUOUS_SEPARATOR');
}

function foreign(decimal: DecimalMark | null, hint: DecimalMark | null): NumberWarning | null {
  return decimal !== null && hint !== null && decimal !== hint ? 'FOREIGN_SEPARATORS' : null;
}

function found(
  unsigned: string,
  decimal: DecimalMark | null = null,
  warning: NumberWarning | null = null,
): Digits {
  const [whole = '', places] = decimal === null ? [unsigned] : unsigned.split(decimal);
  const plain = whole.replace(/\D/g, '');
  return { digits: places === undefined ? plain : `${plain}.${places}`, problem: null, warning };
}

function withProblem(problem: NumberProblem): Digits {
  return { digits: null, problem };
}
