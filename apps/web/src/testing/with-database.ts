import { beforeEach } from '@jest/globals';
import { indexedDB } from 'fake-indexeddb';

/** What is typed is kept in the browser's database; specs that do not ask for it find none, and keep it in memory. */
export function withDatabase(): void {
  beforeEach(() => {
    globalThis.indexedDB = indexedDB;
  });
}
