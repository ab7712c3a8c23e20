/** The present state of a submitted return. */
export interface SubmittedReturn {
  readonly recalled: boolean;
  /** Has anybody reviewed any value of it? */
  readonly reviewed: boolean;
  /** Was any of its values changed since it was submitted? */
  readonly changed: boolean;
  /** Does it hold a value that was never released? */
  readonly unreleased: boolean;
  /** Is its cycle open today? */
  readonly cycleOpen: boolean;
}

export type RecallProblem =
  'ALREADY_RECALLED' | 'ALREADY_REVIEWED' | 'ALREADY_REOPENED' | 'CYCLE_CLOSED';

/**
 * Why a return cannot be recalled; null if it can. A value that was never released stays submitted once its cycle is closed,
 * because it could not be submitted again as a draft. Source: issue 3, domain.md (Reporting).
 */
export function recallProblem(handedIn: SubmittedReturn): RecallProblem | null {
  if (handedIn.recalled) return 'ALREADY_RECALLED';
  if (handedIn.reviewed) return 'ALREADY_REVIEWED';
  if (handedIn.changed) return 'ALREADY_REOPENED';
  return handedIn.unreleased && !handedIn.cycleOpen ? 'CYCLE_CLOSED' : null;
}
