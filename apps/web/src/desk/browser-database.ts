import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

const DAYS_KEPT = 30;
const DAY = 24 * 60 * 60 * 1000;

/** What is kept of one cell of a form; `at` is the time when it was kept. */
export interface KeptCell<T> {
  cell: string;
  at: number;
  body: T;
}
interface Row extends KeptCell<unknown> {
  user: string;
  form: string;
}
interface Table {
  key: [string, string, string];
  value: Row;
  indexes: { at: number };
}

/** `drafts`: what was typed and not saved; `reads`: what was read last. Each row belongs to one person. */
interface Schema extends DBSchema {
  drafts: Table;
  reads: Table;
}
type TableName = 'drafts' | 'reads';
type Database = IDBPDatabase<Schema>;

/** Each table has a database of its own, so that a change of one cannot keep another version of the site from opening the drafts. */
const databaseOf = (name: TableName): string => `qadam-${name}`;

const databases = new Map<TableName, Promise<Database>>();

async function make(name: TableName): Promise<Database> {
  const database = await openDB<Schema>(databaseOf(name), 1, {
    upgrade: (db) => {
      db.createObjectStore(name, { keyPath: ['user', 'form', 'cell'] }).createIndex('at', 'at');
    },
    blocking: (_from, _to, event) => {
      // closes the database, because a newer version of this site waits to open it
      if (event.target instanceof IDBDatabase) event.target.close();
      databases.delete(name);
    },
  });
  await removeOld(database, name);
  return database;
}

function open(name: TableName): Promise<Database> {
  const known = databases.get(name);
  if (known !== undefined) return known;
  const made = make(name);
  databases.set(name, made);
  // after a failure, the next call tries again
  made.catch(() => databases.delete(name));
  return made;
}

const oldest = () => Date.now() - DAYS_KEPT * DAY;

async function removeOld(db: Database, name: TableName): Promise<void> {
  const old = IDBKeyRange.upperBound(oldest());
  const { store, done } = db.transaction(name, 'readwrite');
  const keys = await store.index('at').getAllKeys(old);
  await Promise.all([...keys.map((key) => store.delete(key)), done]);
}

/** The range of all keys that begin with these parts: IndexedDB sorts an array after every text. */
export const beginningWith = (...parts: string[]): IDBKeyRange =>
  IDBKeyRange.bound(parts, [...parts, []]);

export const hasDatabase = (): boolean => typeof indexedDB !== 'undefined';

/** Does the database exist already? Asks without making it. */
export const wasMade = async (table: TableName): Promise<boolean> =>
  (await indexedDB.databases()).some(({ name }) => name === databaseOf(table));

/** Works with a database, and ignores errors: if the browser refuses, nothing is kept. */
export async function quietly(
  name: TableName,
  work: (db: Database) => Promise<unknown>,
): Promise<void> {
  try {
    await work(await open(name));
  } catch {
    // as if nothing had been kept
  }
}

/** What is kept of one form for one person, the oldest first. */
export async function readKept<T>(
  name: TableName,
  user: string,
  form: string,
): Promise<KeptCell<T>[]> {
  try {
    const rows = await (await open(name)).getAll(name, beginningWith(user, form));
    const kept = rows.filter(({ at }) => at > oldest());
    return sorted(kept.map(({ cell, at, body }) => ({ cell, at, body: body as T })));
  } catch {
    return [];
  }
}

export const sorted = <T>(cells: KeptCell<T>[]): KeptCell<T>[] =>
  cells.toSorted((a, b) => a.at - b.at);
