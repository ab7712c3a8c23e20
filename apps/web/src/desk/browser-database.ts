import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

const DAYS_KEPT = 30;
const DAY = 24 * 60 * 60 * 1000;

/** Of one cell of a form; `at` is when it was kept. */
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

/** What was typed and not saved, and what was read last: each row is one person's. */
interface Schema extends DBSchema {
  drafts: Table;
  reads: Table;
}
type TableName = 'drafts' | 'reads';
type Database = IDBPDatabase<Schema>;

/** Each table in a database of its own: no change of the one keeps another version of the site from opening the drafts. */
const databaseOf = (name: TableName): string => `qadam-${name}`;

const databases = new Map<TableName, Promise<Database>>();

async function make(name: TableName): Promise<Database> {
  const database = await openDB<Schema>(databaseOf(name), 1, {
    upgrade: (db) => {
      db.createObjectStore(name, { keyPath: ['user', 'form', 'cell'] }).createIndex('at', 'at');
    },
    blocking: (_from, _to, event) => {
      // a newer version of this site waits to open it
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
  // tried again the next time
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

/** Every key that begins with these parts: an array sorts after every text. */
export const beginningWith = (...parts: string[]): IDBKeyRange =>
  IDBKeyRange.bound(parts, [...parts, []]);

export const hasDatabase = (): boolean => typeof indexedDB !== 'undefined';

/** Is it there already, without making it? */
export const wasMade = async (table: TableName): Promise<boolean> =>
  (await indexedDB.databases()).some(({ name }) => name === databaseOf(table));

/** Where the browser refuses, nothing was kept. */
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

/** What one person has kept of one form, in the order in which it was kept. */
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
