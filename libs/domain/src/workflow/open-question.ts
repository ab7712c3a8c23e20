export interface AskedMessage {
  /** A reviewer's question, to be answered before the value is decided. */
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
  /** What the reporter wrote first after it; null while it is open. */
  readonly answer: M | null;
}

/**
 * The question that matters now, of messages and decisions in the order they were made: the newest since the value was
 * last approved or returned, for a decision closes what was asked before it. It is open until a reporter writes
 * something after it; another reviewer's remark is no answer. Null where nothing is asked. Source: users.md, flow 2.
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
