import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { of, tap } from 'rxjs';

export type Answers = Record<string, ApolloLink.Result>;

/**
 * Keeps answers as they came, by query and variables: a release does not change, and those of the first page come with it.
 * Apollo's own cache would take each answer apart and put it together again, which holds a slow phone for a quarter of a
 * second; and nothing may be merged by id, since the same source or event may read otherwise in another release.
 */
export class KeptAnswers extends ApolloLink {
  readonly answers: Answers;

  constructor(answers: Answers = {}) {
    super((operation, forward) => {
      const key = `${operation.operationName ?? ''} ${JSON.stringify(operation.variables)}`;
      const kept = operation.getContext()['asksAgain'] ? undefined : this.answers[key];
      if (kept) return of(kept);
      return forward(operation).pipe(
        tap((answer) => {
          if (!answer.errors) this.answers[key] = answer;
        }),
      );
    });
    this.answers = answers;
  }
}

export function browserClient(answers: Answers): ApolloClient {
  return clientFor(
    new HttpLink({ uri: '/graphql', credentials: 'omit' }),
    new KeptAnswers(answers),
  );
}

export function clientFor(link: ApolloLink, kept = new KeptAnswers()): ApolloClient {
  return new ApolloClient({
    link: kept.concat(link),
    cache: new InMemoryCache(),
    defaultOptions: { query: { fetchPolicy: 'no-cache' } },
  });
}
