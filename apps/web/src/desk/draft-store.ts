import {
  beginningWith,
  hasDatabase,
  quietly,
  readKept,
  sorted,
  type KeptCell,
} from './browser-database.ts';
import { isSharedComputer } from './shared-computer.ts';

/** Unsaved input of one cell of a form. */
export type StoredDraft<T> = KeptCell<T>;

/** The drafts of one person in one form. No function fails: if drafts cannot be kept, typing still works. */
export interface FormDrafts<T> {
  /** Do the drafts survive closing the tab? */
  readonly persistent: boolean;
  /** All drafts, in the order in which they were typed. */
  read: () => Promise<StoredDraft<T>[]>;
  put: (draft: StoredDraft<T>) => Promise<void>;
  /** Removes a draft; with `at`, only if it was not kept again since that time. */
  remove: (cell: string, at?: number) => Promise<void>;
}

const isOf = (at: number | undefined, kept: StoredDraft<unknown> | undefined): boolean =>
  at === undefined || kept?.at === at;

/** Drafts on a shared computer, or in a browser without a database, last only as long as the page is open. */
const memory = new Map<string, Map<string, StoredDraft<unknown>>>();

function memoryDrafts<T>(user: string, form: string): FormDrafts<T> {
  const name = JSON.stringify([user, form]);
  const drafts = (memory.get(name) ?? new Map()) as Map<string, StoredDraft<T>>;
  memory.set(name, drafts);
  return {
    persistent: false,
    read: () => Promise.resolve(sorted([...drafts.values()])),
    put: (draft) => Promise.resolve(void drafts.set(draft.cell, draft)),
    remove: (cell, at) => {
      if (isOf(at, drafts.get(cell))) drafts.delete(cell);
      return Promise.resolve();
    },
  };
}

/** Counts sign-outs, so that a form that was open at one and still saves does not keep anything any more. */
let purges = 0;

export function formDrafts<T>(user: string, form: string): FormDrafts<T> {
  const openedAt = purges;
  if (isSharedComputer() || !hasDatabase()) return memoryDrafts(user, form);
  return {
    persistent: true,
    read: () => readKept('drafts', user, form),
    put: (draft) =>
      quietly('drafts', async (db) => {
        if (openedAt === purges) await db.put('drafts', { ...draft, user, form });
      }),
    remove: (cell, at) =>
      quietly('drafts', async (db) => {
        // reads and removes in one transaction, because another tab may keep something at any moment
        const { store, done } = db.transaction('drafts', 'readwrite');
        const kept = await store.get([user, form, cell]);
        if (isOf(at, kept)) await store.delete([user, form, cell]);
        await done;
      }),
  };
}

/** How many drafts this person has on this computer. */
export async function countDrafts(user: string): Promise<number> {
  const own = [...memory].filter(([name]) => (JSON.parse(name) as string[])[0] === user);
  let count = own.reduce((sum, [, drafts]) => sum + drafts.size, 0);
  if (hasDatabase()) {
    await quietly('drafts', async (db) => {
      count += await db.count('drafts', beginningWith(user));
    });
  }
  return count;
}

/** Removes all drafts of a person who signs out from this computer. */
export async function purgeDrafts(user: string): Promise<void> {
  purges += 1;
  for (const name of memory.keys()) {
    if ((JSON.parse(name) as string[])[0] === user) memory.delete(name);
  }
  if (hasDatabase()) await quietly('drafts', (db) => db.delete('drafts', beginningWith(user)));
}
