export type AgreementState = 'IN_FORCE' | 'NOT_YET' | 'EXPIRED' | 'ENDED';

/** A data-sharing agreement of a reporting body. Days are ISO 8601 (YYYY-MM-DD), the last one included. */
export interface AgreementTerm {
  readonly signedOn: string;
  readonly validUntil: string | null;
  /** Ended before its time, by a person and with a reason. */
  readonly ended: boolean;
}

/**
 * Does an agreement stand on a day of the body's own country? Only one in force opens figures below national level.
 * Source: domain.md, Publication.
 */
export function agreementState(
  { signedOn, validUntil, ended }: AgreementTerm,
  today: string,
): AgreementState {
  if (ended) return 'ENDED';
  if (today < signedOn) return 'NOT_YET';
  return validUntil !== null && today > validUntil ? 'EXPIRED' : 'IN_FORCE';
}
