import type { WorkState } from './moves.ts';

export interface SavedCell {
  /** Null before the first save. */
  readonly state: WorkState | null;
  readonly published: boolean;
  /** Has a reviewer ever decided on this cell? */
  readonly reviewed: boolean;
}

/**
 * May a saved cell be emptied, so that it has neither a value nor a missing reason? Only a draft that no reviewer has
 * decided on: a reviewer gets an answer, the value does not just disappear. Source: domain.md (Reporting).
 */
export function isClearable({ state, published, reviewed }: SavedCell): boolean {
  return state === 'DRAFT' && !published && !reviewed;
}
