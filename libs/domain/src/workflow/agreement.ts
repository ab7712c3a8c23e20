export type AgreementState = 'IN_FORCE' | 'NOT_YET' | 'EXPIRED' | 'ENDED';

/** A data-sharing agreement of a reporting body. Days are ISO 8601 (YYYY-MM-DD); it is still valid on the last one. */
export interface AgreementTerm {
  readonly signedOn: string;
  readonly validUntil: string | null;
  /** Did a person end it early, with a reason? */
  readonly ended: boolean;
}

/**
 * The state of an agreement on a day in the body's own country. Only one in force allows figures below national level to be published.
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
