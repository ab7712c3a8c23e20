import { describe, expect, test } from '@jest/globals';
import {
  ApolloLink,
  CombinedGraphQLErrors,
  Observable,
  gql,
  type TypedDocumentNode,
} from '@apollo/client';
import { workClient, workLink } from './work-client.ts';

const save: TypedDocumentNode<{ save: string }, { key: string }> = gql`
  mutation Save($key: String!) {
    save(key: $key)
  }
`;
const ended = { errors: [{ message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } }] };

describe('what is asked of the desks', () => {
  test('says in which language the page is read', async () => {
    const languages: (string | undefined)[] = [];
    globalThis.fetch = (_url, init) => {
      languages.push((init?.headers as Record<string, string>)['accept-language']);
      return Promise.reject(new Error('The network is away.'));
    };
    const client = workClient(workLink('kk'), () => Promise.resolve());
    await expect(client.mutate({ mutation: save, variables: { key: 'one' } })).rejects.toThrow();
    expect(languages).toEqual(['kk']);
  });
});

describe('a session that ends while somebody works', () => {
  test('asks to sign in again, then sends the same request once more', async () => {
    const steps: string[] = [];
    const keys: unknown[] = [];
    let signedIn = false;
    const link = new ApolloLink(({ variables }) => {
      keys.push(variables['key']);
      steps.push('request');
      return new Observable((observer) => {
        observer.next(signedIn ? { data: { save: 'done' } } : { ...ended });
        observer.complete();
      });
    });
    const client = workClient(link, () => {
      steps.push('sign in');
      signedIn = true;
      return Promise.resolve();
    });
    const { data } = await client.mutate({
      mutation: save,
      variables: { key: 'one' },
    });
    expect(data?.save).toBe('done');
    expect(steps).toEqual(['request', 'sign in', 'request']);
    expect(keys).toEqual(['one', 'one']);
  });

  test('other refusals are told as they are', async () => {
    const refused = { errors: [{ message: 'No.', extensions: { code: 'FORBIDDEN' } }] };
    const link = new ApolloLink(
      () =>
        new Observable((observer) => {
          observer.next(refused);
          observer.complete();
        }),
    );
    const client = workClient(link, () => Promise.reject(new Error('never asked')));
    const asking = client.query({
      query: gql`
        {
          me
        }
      `,
    });
    await expect(asking).rejects.toBeInstanceOf(CombinedGraphQLErrors);
  });
});
