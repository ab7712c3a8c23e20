import type { WorkState } from './moves.ts';

export interface SavedCell {
  /** Null before the first save. */
  readonly state: WorkState | null;
  readonly published: boolean;
  /** Has a reviewer ever decided on it? */
  readonly reviewed: boolean;
}

/**
 * May a saved cell be emptied, without a value and without a reason why there is none? Only a draft that no reviewer has
 * seen: what one has seen is answered, not taken away. Source: domain.md (Reporting).
 */
export function isClearable({ state, published, reviewed }: SavedCell): boolean {
  return state === 'DRAFT' && !published && !reviewed;
}
