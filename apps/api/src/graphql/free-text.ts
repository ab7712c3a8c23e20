import type { Problem } from './problem.type.ts';
import { problem, ProblemError, refused } from './problem.ts';

const MAX_LENGTH = 4000;
// PostgreSQL can store neither a NUL nor half of a surrogate pair.
const NUL = '\u0000';

/** Why a text cannot be stored; null if it can. */
export function textProblem(text: string, field: string): Problem | null {
  if (text.length > MAX_LENGTH) return problem('TEXT_TOO_LONG', field, { max: MAX_LENGTH });
  return text.includes(NUL) || !text.isWellFormed() ? problem('TEXT_INVALID', field) : null;
}

/** Text typed by a person: trimmed; null if it is blank. */
export function freeText(text: string | null | undefined, field: string): string | null {
  const trimmed = (text ?? '').trim();
  const found = textProblem(trimmed, field);
  if (found !== null) throw new ProblemError(found);
  return trimmed === '' ? null : trimmed;
}

/** Text that is required; `code` is the problem if it is missing. */
export function requiredText(text: string, field: string, code: string): string {
  const found = freeText(text, field);
  if (found === null) throw refused(code, field);
  return found;
}
