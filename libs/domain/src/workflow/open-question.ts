/** What a reviewer decides about a value. */
export const REVIEW_DECISIONS = ['APPROVED', 'RETURNED', 'APPROVAL_UNDONE'] as const;

export interface AskedMessage {
  /** Is the message a reviewer's question, which the reporter has to answer before the value can be approved? */
  readonly question: boolean;
  readonly author: { readonly role: string };
  /** Instants are ISO 8601 in UTC, all to the same fraction of a second. */
  readonly createdAt: string;
}

export interface Decided {
  readonly decision: string;
  readonly createdAt: string;
}

export interface Asked<M> {
  readonly question: M;
  /** The reporter's first message after the question; null while the question is open. */
  readonly answer: M | null;
}

/**
 * The question that matters now: the newest one since the value was last approved or returned, because a decision closes
 * every question before it. It is open until a reporter writes a message after it; a remark of another reviewer is no
 * answer. Null if there is no such question. `messages` and `decisions`: oldest first. Source: users.md, flow 2.
 */
export function askedOf<M extends AskedMessage>(
  messages: readonly M[],
  decisions: readonly Decided[],
): Asked<M> | null {
  const closed = decisions.findLast(({ decision }) => decision !== 'APPROVAL_UNDONE')?.createdAt;
  const at = messages.findLastIndex(({ question }) => question);
  const question = messages[at];
  if (question === undefined || (closed !== undefined && closed >= question.createdAt)) return null;
  const answer = messages.slice(at + 1).find(({ author }) => author.role === 'REPORTER') ?? null;
  return { question, answer };
}

/** The unanswered question; null where there is none. */
export function openQuestion<M>(asked: Asked<M> | null): M | null {
  return asked?.answer === null ? asked.question : null;
}
