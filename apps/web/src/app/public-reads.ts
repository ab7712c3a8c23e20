import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';

/** A query of the public side as the code generator writes it: its text, with the types of its variables and its data. */
export type Question<T, V> = DocumentTypeDecoration<T, V> & { toString: () => string };

export interface Operation {
  query: string;
  variables: Record<string, unknown>;
  operationName: string;
}
export interface Answer {
  data?: unknown;
  errors?: readonly object[];
}
/** Runs one public operation: on the server in process, in a browser over the network. */
export type Execute = (operation: Operation) => Promise<Answer>;

/** All answers so far, by operation and variables. */
export type Answers = Record<string, Answer>;

/** `again`: asks even if there is an answer already. */
export type Ask = <T, V>(question: Question<T, V>, variables: V, again?: boolean) => Promise<T>;

/** The API refused to answer, and gives its reasons. */
class Refused extends Error {
  readonly errors: readonly object[];

  constructor(errors: readonly object[]) {
    super('The API refused to answer.');
    this.errors = errors;
  }
}

/** Asks over the network. Anyone may ask, so no cookie is sent. */
export const overNetwork: Execute = async (operation) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'omit',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify(operation),
  });
  return (await response.json()) as Answer;
};

/**
 * Reads of the public side. Each answer is kept whole in `answers`, which the first page brings along: a release does
 * not change, and the same source may read differently in another release, so nothing is merged by id. This needs none
 * of what Apollo does for the desks, and saves readers its 40 kB.
 */
export function publicReads(execute: Execute, answers: Answers = {}): Ask {
  /** Requests under way: a link that is pressed while it is being preloaded shares the same request. */
  const asking = new Map<string, Promise<Answer>>();

  const asked = (key: string, operation: Operation): Promise<Answer> => {
    const before = asking.get(key);
    if (before) return before;
    const now = execute(operation).finally(() => asking.delete(key));
    asking.set(key, now);
    return now;
  };

  return async <T, V>(question: Question<T, V>, variables: V, again = false): Promise<T> => {
    const query = question.toString();
    const operationName = /query (\w+)/.exec(query)?.[1] ?? '';
    const key = `${operationName} ${JSON.stringify(variables)}`;
    const known = again ? undefined : answers[key];
    const operation = { query, operationName, variables: variables as Record<string, unknown> };
    const answer = known ?? (await asked(key, operation));
    if (answer.errors) throw new Refused(answer.errors);
    if (!answer.data) throw new Error('The answer holds no data.');
    answers[key] = answer;
    return answer.data as T;
  };
}
