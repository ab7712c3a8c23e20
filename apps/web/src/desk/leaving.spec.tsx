import { expect, test } from '@jest/globals';
import { ApolloLink, Observable, gql } from '@apollo/client';
import { onLeaving, setLeaving } from './leaving.ts';
import { workClient } from './work-client.ts';

const save = gql`
  mutation Save {
    save
  }
`;

test('nothing is sent any more after signing out, though the server does not know it yet', async () => {
  let asked = 0;
  const link = new ApolloLink(() => {
    asked += 1;
    return new Observable((observer) => {
      observer.next({ data: { save: 'done' } });
      observer.complete();
    });
  });
  const client = workClient(link, () => Promise.resolve());
  setLeaving(true);
  void client.mutate({ mutation: save });
  await new Promise((resolve) => setTimeout(resolve));
  expect(asked).toBe(0);
  setLeaving(false);
  await client.mutate({ mutation: save });
  expect(asked).toBe(1);
});

test('other tabs are told that somebody signed out, and not that the server knows it', () => {
  let told = 0;
  const stop = onLeaving(() => (told += 1));
  const tell = (key: string, newValue: string | null) =>
    window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
  tell('qadam.theme', 'dark');
  tell('qadam.leaving', null);
  expect(told).toBe(0);
  tell('qadam.leaving', 'yes');
  expect(told).toBe(1);
  stop();
  tell('qadam.leaving', 'yes');
  expect(told).toBe(1);
});
