import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { isSharedComputer } from './shared-computer.ts';

const DATABASE = 'qadam-drafts';
const DAYS_KEPT = 30;
const DAY = 24 * 60 * 60 * 1000;

/** Unsaved input of one cell of a form. */
export interface StoredDraft<T> {
  cell: string;
  at: number;
  body: T;
}

interface Row extends StoredDraft<unknown> {
  user: string;
  form: string;
}
interface Schema extends DBSchema {
  drafts: { key: [string, string, string]; value: Row; indexes: { at: number } };
}

/** The drafts of one person in one form. Nothing here ever fails: without a place to keep drafts, typing goes on. */
export interface FormDrafts<T> {
  /** Are they still there when the tab was closed? */
  readonly persistent: boolean;
  /** In the order in which they were typed. */
  read: () => Promise<StoredDraft<T>[]>;
  put: (draft: StoredDraft<T>) => Promise<void>;
  remove: (cell: string) => Promise<void>;
}

let database: Promise<IDBPDatabase<Schema>> | undefined;

function open(): Promise<IDBPDatabase<Schema>> {
  database ??= openDB<Schema>(DATABASE, 1, {
    upgrade: (db) => {
      const drafts = db.createObjectStore('drafts', { keyPath: ['user', 'form', 'cell'] });
      drafts.createIndex('at', 'at');
    },
    blocking: (_from, _to, event) => {
      // a newer version of this site waits to open it
      if (event.target instanceof IDBDatabase) event.target.close();
      database = undefined;
    },
  }).then(async (db) => {
    await removeOld(db);
    return db;
  });
  return database;
}

const oldest = () => Date.now() - DAYS_KEPT * DAY;

async function removeOld(db: IDBPDatabase<Schema>): Promise<void> {
  const old = IDBKeyRange.upperBound(oldest());
  const { store, done } = db.transaction('drafts', 'readwrite');
  const keys = await store.index('at').getAllKeys(old);
  await Promise.all([...keys.map((key) => store.delete(key)), done]);
}

/** Every key that begins with these parts: an array sorts after every text. */
const beginningWith = (...parts: string[]) => IDBKeyRange.bound(parts, [...parts, []]);

/** On a shared computer, and where the browser has no database: for as long as the page is open. */
const memory = new Map<string, Map<string, StoredDraft<unknown>>>();

function memoryDrafts<T>(user: string, form: string): FormDrafts<T> {
  const name = JSON.stringify([user, form]);
  const drafts = (memory.get(name) ?? new Map()) as Map<string, StoredDraft<T>>;
  memory.set(name, drafts);
  return {
    persistent: false,
    read: () => Promise.resolve(sorted([...drafts.values()])),
    put: (draft) => Promise.resolve(void drafts.set(draft.cell, draft)),
    remove: (cell) => Promise.resolve(void drafts.delete(cell)),
  };
}

const sorted = <T>(drafts: StoredDraft<T>[]) => drafts.toSorted((a, b) => a.at - b.at);

/** Where the browser refuses, there are no drafts. */
async function quietly(work: (db: IDBPDatabase<Schema>) => Promise<unknown>): Promise<void> {
  try {
    await work(await open());
  } catch {
    // as if nothing had been kept
  }
}

/** Rises when somebody signs out: a form that was open then, and still saves, keeps nothing any more. */
let purges = 0;

export function formDrafts<T>(user: string, form: string): FormDrafts<T> {
  const openedAt = purges;
  if (isSharedComputer() || typeof indexedDB === 'undefined') return memoryDrafts(user, form);
  return {
    persistent: true,
    read: async () => {
      try {
        const rows = await (await open()).getAll('drafts', beginningWith(user, form));
        const kept = rows.filter(({ at }) => at > oldest());
        return sorted(kept.map(({ cell, at, body }) => ({ cell, at, body: body as T })));
      } catch {
        return [];
      }
    },
    put: (draft) =>
      quietly(async (db) => {
        if (openedAt === purges) await db.put('drafts', { ...draft, user, form });
      }),
    remove: (cell) => quietly((db) => db.delete('drafts', [user, form, cell])),
  };
}

/** After signing out nothing of this person's is left on the computer. */
export async function purgeDrafts(user: string): Promise<void> {
  purges += 1;
  for (const name of memory.keys()) {
    if ((JSON.parse(name) as string[])[0] === user) memory.delete(name);
  }
  if (typeof indexedDB !== 'undefined') {
    await quietly((db) => db.delete('drafts', beginningWith(user)));
  }
}
