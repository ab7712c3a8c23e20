import { beforeEach } from '@jest/globals';
import { indexedDB } from 'fake-indexeddb';

/** Gives a spec the browser's database, in which drafts are kept. Other specs have none, and keep drafts in memory. */
export function withDatabase(): void {
  beforeEach(() => {
    globalThis.indexedDB = indexedDB;
  });
}
