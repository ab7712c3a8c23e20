import type { Maybe } from '../values/figure.ts';
import type { Numeric } from '../values/decimal.ts';
import { OK, type Verdict } from './outcome.ts';

export interface RequiredInput {
  value?: Maybe<Numeric>;
  /** OBS_STATUS of the cell. */
  status?: Maybe<string>;
  comment?: Maybe<string>;
}

/** The statuses that explain why there is no value: O missing, M cannot exist, L not collected, Q suppressed. */
const SAYS_WHY = new Set<Maybe<string>>(['O', 'M', 'L', 'Q']);

/**
 * A submitted cell has a value, or a status that explains why it has none **and** a comment.
 * ERROR VALUE_REQUIRED without the status, COMMENT_REQUIRED without the comment. Source: methods.md 7.
 */
export function required({ value, status, comment }: RequiredInput): Verdict {
  if (value != null) return OK;
  if (!SAYS_WHY.has(status)) return { result: 'ERROR', code: 'VALUE_REQUIRED' };
  return isBlank(comment) ? { result: 'ERROR', code: 'COMMENT_REQUIRED' } : OK;
}

export function isBlank(text: Maybe<string>): boolean {
  return text == null || text.trim() === '';
}
