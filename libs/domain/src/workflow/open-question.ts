export interface AskedMessage {
  /** Asked by a reviewer, who waits for an answer before deciding. */
  question: boolean;
  author: { readonly role: string };
}

/**
 * The question nobody has answered yet, of messages in the order they were written: one is open until a
 * reporter writes something after it. Another reviewer's remark is no answer.
 */
export function openQuestion<M extends AskedMessage>(messages: readonly M[]): M | null {
  const answered = messages.findLastIndex(({ author }) => author.role === 'REPORTER');
  return messages.slice(answered + 1).find(({ question }) => question) ?? null;
}
