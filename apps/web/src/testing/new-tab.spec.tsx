import { expect, test } from '@jest/globals';
import { openDB } from 'idb';
import { withDatabase } from './with-database.ts';

// the module has no types
const browser = '../../jest.browser.mjs';
const { newTab } = (await import(browser)) as { newTab: () => Promise<void> };

withDatabase();

test('a database that was still being made when the spec before ended is gone', async () => {
  const { indexedDB } = globalThis;
  const late = openDB('qadam-drafts', 1, {
    upgrade: (db) => void db.createObjectStore('drafts'),
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
  });
  await newTab();
  await late;
  expect(await indexedDB.databases()).toEqual([]);
});

test('a database that was left open fails the next spec, and does not hang it', async () => {
  const left = await openDB('qadam-drafts', 1);
  await expect(newTab()).rejects.toThrow('left qadam-drafts open');
  left.close();
});
