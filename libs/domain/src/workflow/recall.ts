/** A return that was handed in, as it stands now. */
export interface SubmittedReturn {
  readonly recalled: boolean;
  /** Has anybody reviewed any of it? */
  readonly reviewed: boolean;
  /** Was any of its values changed since? */
  readonly changed: boolean;
  /** Does it hold a value that was never released? */
  readonly unreleased: boolean;
  /** Is its cycle open today? */
  readonly cycleOpen: boolean;
}

export type RecallProblem =
  'ALREADY_RECALLED' | 'ALREADY_REVIEWED' | 'ALREADY_REOPENED' | 'CYCLE_CLOSED';

/**
 * Why a return cannot be taken back; null where it can. A first value of a closed cycle stays handed in: as a draft it
 * could not be handed in again. Source: issue 3, domain.md (Reporting).
 */
export function recallProblem(handedIn: SubmittedReturn): RecallProblem | null {
  if (handedIn.recalled) return 'ALREADY_RECALLED';
  if (handedIn.reviewed) return 'ALREADY_REVIEWED';
  if (handedIn.changed) return 'ALREADY_REOPENED';
  return handedIn.unreleased && !handedIn.cycleOpen ? 'CYCLE_CLOSED' : null;
}
