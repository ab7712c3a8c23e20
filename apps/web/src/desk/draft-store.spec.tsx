import { expect, jest, test } from '@jest/globals';
import { openDB } from 'idb';
import { withDatabase } from '../testing/with-database.ts';

withDatabase();

const DAY = 24 * 60 * 60 * 1000;

test('drafts older than 30 days are not read, and removed when the page is opened the next time', async () => {
  const { formDrafts } = await import('./draft-store.ts');
  const drafts = formDrafts<string>('me', 'KGZ 2025');
  await drafts.put({ cell: 'F1.1', at: Date.now() - 31 * DAY, body: 'old' });
  await drafts.put({ cell: 'F1.2', at: Date.now() - 29 * DAY, body: 'kept' });
  expect((await drafts.read()).map(({ body }) => body)).toEqual(['kept']);

  const anew = './browser-database.ts?anew';
  const opened = (await import(anew)) as typeof import('./browser-database.ts');
  await opened.readKept('drafts', 'me', 'KGZ 2025');
  const database = await openDB('qadam-drafts');
  const keys = await database.getAllKeys('drafts');
  database.close();
  expect(keys).toEqual([['me', 'KGZ 2025', 'F1.2']]);
});

test('they come back in the order in which they were typed, the last text of each', async () => {
  const { formDrafts } = await import('./draft-store.ts');
  const drafts = formDrafts<string>('me', 'UZB 2025');
  const now = Date.now();
  await drafts.put({ cell: 'F1.1', at: now, body: 'a' });
  await drafts.put({ cell: 'A5.6', at: now + 1, body: 'b' });
  await drafts.put({ cell: 'F1.1', at: now + 2, body: 'c' });
  expect((await drafts.read()).map(({ body }) => body)).toEqual(['b', 'c']);
  await drafts.remove('A5.6');
  expect(await drafts.read()).toHaveLength(1);
});

test('a form that still saves when its person has signed out leaves nothing behind', async () => {
  const { formDrafts, purgeDrafts } = await import('./draft-store.ts');
  const drafts = formDrafts<string>('me', 'TJK 2025');
  await drafts.put({ cell: 'F1.1', at: Date.now(), body: 'typed' });
  const late = drafts.put({ cell: 'F1.2', at: Date.now(), body: 'under way' });
  await Promise.all([purgeDrafts('me'), late]);
  await drafts.put({ cell: 'F1.3', at: Date.now(), body: 'later' });
  expect(await drafts.read()).toEqual([]);

  const again = formDrafts<string>('me', 'TJK 2025');
  await again.put({ cell: 'F1.1', at: Date.now(), body: 'signed in again' });
  expect(await again.read()).toHaveLength(1);
});

test('a database that did not open is asked for again', async () => {
  const anew = './browser-database.ts?refused';
  const { quietly, readKept } = (await import(anew)) as typeof import('./browser-database.ts');
  const draft = { cell: 'F1.1', at: Date.now(), body: 'typed', user: 'you', form: 'KAZ 2025' };
  const refused = jest.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new Error('Not now.');
  });
  await quietly('drafts', (db) => db.put('drafts', draft));
  refused.mockRestore();
  await quietly('drafts', (db) => db.put('drafts', draft));
  expect(await readKept('drafts', 'you', 'KAZ 2025')).toHaveLength(1);
});
