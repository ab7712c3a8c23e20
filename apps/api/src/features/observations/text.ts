import { problem } from '../../graphql/problem.ts';
import { Refused } from './refused.ts';

const MAX_LENGTH = 4000;
// PostgreSQL cannot store it.
const NUL = '\u0000';

/** Free text of a person: trimmed; blank is nothing. */
export function freeText(text: string | null | undefined, field: string): string | null {
  const trimmed = (text ?? '').trim();
  if (trimmed.length > MAX_LENGTH) {
    throw new Refused(problem('TEXT_TOO_LONG', field, { max: MAX_LENGTH }));
  }
  if (trimmed.includes(NUL)) throw new Refused(problem('TEXT_INVALID', field));
  return trimmed === '' ? null : trimmed;
}

/** Free text that must be there; `code` says what is missing. */
export function requiredText(text: string, field: string, code: string): string {
  const found = freeText(text, field);
  if (found === null) throw new Refused(problem(code, field));
  return found;
}
