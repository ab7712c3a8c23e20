/** What a return that was prepared for the second signature holds, as it stands now. */
export interface PreparedReturn {
  /** User ids of who prepared it, and of who wrote the values in it. */
  readonly preparedBy: string;
  readonly authors: readonly string[];
  readonly decision: 'SIGNED' | 'GIVEN_BACK' | null;
  /** Was any of its values changed, or handed in otherwise, since it was prepared? */
  readonly changed: boolean;
}

/** WAITING: for the second person. VOID: a value was changed since, so that nobody can sign it any more. */
export type SignatureState = 'WAITING' | 'VOID' | 'SIGNED' | 'GIVEN_BACK';

/** Where a prepared return stands. Source: issue 16, point 6. */
export function signatureState({
  decision,
  changed,
}: Pick<PreparedReturn, 'decision' | 'changed'>): SignatureState {
  return decision ?? (changed ? 'VOID' : 'WAITING');
}

export type SignatureProblem = 'ALREADY_SIGNED' | 'ALREADY_GIVEN_BACK' | 'SIGNATURE_VOID';

/** Why nobody can sign a prepared return or give it back; null while it waits. */
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
 * May this person be the second who signs? Not who prepared the return, and nobody who wrote one of its values: a signature
 * says that somebody else has looked at each of them. Source: issue 16, point 6; as four-eyes.ts in the review.
 */
export function maySign(
  person: string,
  { preparedBy, authors }: Pick<PreparedReturn, 'preparedBy' | 'authors'>,
): boolean {
  return person !== preparedBy && !authors.includes(person);
}

/** How many people have to report for a country before it can be asked for a second signature. */
export const SIGNATURE_NEEDS_REPORTERS = 2;
