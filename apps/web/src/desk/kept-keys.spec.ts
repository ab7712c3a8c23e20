import { expect, test } from '@jest/globals';
import { ApolloLink, gql, Observable, type TypedDocumentNode } from '@apollo/client';
import { workClient } from './work-client.ts';

interface Input {
  text: string;
  idempotencyKey: string;
}
const say: TypedDocumentNode<{ say: string }, { input: Input }> = gql`
  mutation Say($input: SayInput!) {
    say(input: $input)
  }
`;

/** Presses one after the other, each with a key of its own; the answers to those in `lost` are lost. Returns the keys as they were sent. */
async function keysOf(texts: readonly string[], lost: readonly number[]): Promise<string[]> {
  const sent: string[] = [];
  const link = new ApolloLink(({ variables }) => {
    sent.push((variables['input'] as Input).idempotencyKey);
    return new Observable((observer) => {
      if (lost.includes(sent.length)) observer.error(new Error('The network is away.'));
      else observer.next({ data: { say: 'done' } });
      observer.complete();
    });
  });
  const client = workClient(link, () => Promise.resolve());
  for (const [i, text] of texts.entries()) {
    const input = { text, idempotencyKey: `press ${String(i + 1)}` };
    await client.mutate({ mutation: say, variables: { input } }).catch(() => null);
  }
  return sent;
}

test('a change whose answer was lost is asked for again under the same key, until there is an answer', async () => {
  expect(await keysOf(['yes', 'yes', 'yes', 'yes'], [1, 2])).toEqual([
    'press 1',
    'press 1',
    'press 1',
    'press 4',
  ]);
});

test('what was answered, or is something else, is a request of its own', async () => {
  expect(await keysOf(['yes', 'yes'], [])).toEqual(['press 1', 'press 2']);
  expect(await keysOf(['yes', 'no', 'yes'], [1])).toEqual(['press 1', 'press 2', 'press 3']);
});
