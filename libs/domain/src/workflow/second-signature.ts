/** The present state of a return that was prepared for a second signature. */
export interface PreparedReturn {
  /** User ids of the person who prepared it, and of the people who wrote its values. */
  readonly preparedBy: string;
  readonly authors: readonly string[];
  readonly decision: 'SIGNED' | 'GIVEN_BACK' | null;
  /** Was any of its values changed, or submitted in another way, since it was prepared? */
  readonly changed: boolean;
}

/** WAITING: for the second person. VOID: a value was changed after the return was prepared, so nobody can sign it any more. */
export const SIGNATURE_STATES = ['WAITING', 'VOID', 'SIGNED', 'GIVEN_BACK'] as const;
export type SignatureState = (typeof SIGNATURE_STATES)[number];

/** The state of a prepared return. Source: issue 16, point 6. */
export function signatureState({
  decision,
  changed,
}: Pick<PreparedReturn, 'decision' | 'changed'>): SignatureState {
  return decision ?? (changed ? 'VOID' : 'WAITING');
}

export type SignatureProblem = 'ALREADY_SIGNED' | 'ALREADY_GIVEN_BACK' | 'SIGNATURE_VOID';

/** Why nobody can sign a prepared return or give it back; null while it is WAITING. */
export function signatureProblem(prepared: PreparedReturn): SignatureProblem | null {
  const PROBLEMS = {
    WAITING: null,
    VOID: 'SIGNATURE_VOID',
    SIGNED: 'ALREADY_SIGNED',
    GIVEN_BACK: 'ALREADY_GIVEN_BACK',
  } as const;
  return PROBLEMS[signatureState(prepared)];
}

/**
 * May this person give the second signature? Not whoever prepared the return or wrote one of its values: the signature says
 * that somebody else has looked at each value. Source: issue 16, point 6; four-eyes.ts is the same rule for the review.
 */
export function maySign(
  person: string,
  { preparedBy, authors }: Pick<PreparedReturn, 'preparedBy' | 'authors'>,
): boolean {
  return person !== preparedBy && !authors.includes(person);
}

/** How many people have to report for a country before it can be asked for a second signature. */
export const SIGNATURE_NEEDS_REPORTERS = 2;
