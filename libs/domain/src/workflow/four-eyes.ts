export interface ApprovalInput {
  /** User ids of the reviewer and of the author of the revision under review. */
  readonly reviewer: string;
  readonly author: string;
  /** The revision that was on the reviewer's screen, and the one that is current now. */
  readonly reviewedRevision: string;
  readonly currentRevision: string;
  /** Message ids of the unanswered question, and of the question that the approval closes without an answer. */
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
 * revision that was reviewed. An open question has to be answered, or the approval has to close it
 * explicitly without an answer. SAME_PERSON is checked first, because reloading cannot solve it.
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
