import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { of, tap } from 'rxjs';

/** What came, by operation and variables. */
export type Answers = Record<string, ApolloLink.Result>;

/**
 * The client of the public side. It keeps each answer whole in `answers`, which come with the first page: a release does
 * not change, and the same source may read otherwise in another release, so nothing is merged by id. Apollo's cache could
 * keep them whole too, but takes two to three times as long to give out the answers of a first page.
 */
export function publicClient(link: ApolloLink, answers: Answers = {}): ApolloClient {
  const kept = new ApolloLink((operation, forward) => {
    const { operationName = '', variables } = operation;
    const key = `${operationName} ${JSON.stringify(variables)}`;
    const known = operation.getContext()['asksAgain'] ? undefined : answers[key];
    if (known) return of(known);
    return forward(operation).pipe(
      tap((answer) => {
        if (!answer.errors) answers[key] = answer;
      }),
    );
  });
  return new ApolloClient({
    link: kept.concat(link),
    cache: new InMemoryCache(),
    defaultOptions: { query: { fetchPolicy: 'no-cache' } },
  });
}
