import type { WorkState } from './moves.ts';

/** How a revision came in: typed, from a file of the country, or from a named public source. */
export const VIAS = ['ENTRY', 'IMPORT', 'SOURCE_IMPORT'] as const;

/** Is a revision the figure of another named source, which officers chose in the place of the reported one? */
export const isAdopted = (revision: {
  readonly via: string;
  readonly reason?: string | null | undefined;
}): boolean => revision.via === 'SOURCE_IMPORT' && revision.reason === 'NEW_SOURCE';

export interface ReplacedRevision {
  readonly via: string;
  /** Is it the revision that is published? */
  readonly published: boolean;
  /** The last decision of a reviewer on exactly this revision; null if there was none. */
  readonly decision: string | null;
}

/**
 * The state that a value had before another source took its place, to which it goes back when it is chosen again: choosing
 * is no review, so what waited for one waits again. A figure of a named source has no review. Source: invariant 3.
 */
export function replacedState({ via, published, decision }: ReplacedRevision): WorkState {
  if (published) return 'PUBLISHED';
  return via === 'SOURCE_IMPORT' || decision === 'APPROVED' ? 'APPROVED' : 'SUBMITTED';
}
