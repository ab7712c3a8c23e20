export interface ApprovalInput {
  /** Who reviews, and who wrote the revision under review: user ids. */
  readonly reviewer: string;
  readonly author: string;
  /** The revision that was on the reviewer's screen, and the one the observation points to now. */
  readonly reviewedRevision: string;
  readonly currentRevision: string;
  /** The question nobody has answered yet, and the one the reviewer closes by approving all the same: message ids. */
  readonly openQuestion: string | null;
  readonly closedQuestion: string | null;
}

export type Approval =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly problem: { readonly code: 'SAME_PERSON' | 'REVISION_CHANGED' | 'OPEN_QUESTION' };
    };

/**
 * Four eyes: nobody approves a revision they authored, and an approval counts for exactly the
 * revision that was reviewed. It passes over no open question: whoever approves without the answer says
 * which question is closed by that. SAME_PERSON is answered first, because reloading does not cure it.
 * Source: domain.md, invariant 3.
 */
export function mayApprove(input: ApprovalInput): Approval {
  if (input.reviewer === input.author) return { ok: false, problem: { code: 'SAME_PERSON' } };
  if (input.reviewedRevision !== input.currentRevision) {
    return { ok: false, problem: { code: 'REVISION_CHANGED' } };
  }
  if (input.openQuestion !== null && input.openQuestion !== input.closedQuestion) {
    return { ok: false, problem: { code: 'OPEN_QUESTION' } };
  }
  return { ok: true };
}
