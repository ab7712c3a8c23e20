import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

const DATABASE = 'qadam-drafts';
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
const tables: readonly TableName[] = ['drafts', 'reads'];

let database: Promise<IDBPDatabase<Schema>> | undefined;

function open(): Promise<IDBPDatabase<Schema>> {
  database ??= openDB<Schema>(DATABASE, 2, {
    upgrade: (db) => {
      for (const name of tables) {
        if (db.objectStoreNames.contains(name)) continue;
        db.createObjectStore(name, { keyPath: ['user', 'form', 'cell'] }).createIndex('at', 'at');
      }
    },
    blocking: (_from, _to, event) => {
      // a newer version of this site waits to open it
      if (event.target instanceof IDBDatabase) event.target.close();
      database = undefined;
    },
  }).then(async (db) => {
    for (const name of tables) await removeOld(db, name);
    return db;
  });
  return database;
}

const oldest = () => Date.now() - DAYS_KEPT * DAY;

async function removeOld(db: IDBPDatabase<Schema>, name: TableName): Promise<void> {
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
export const wasMade = async (): Promise<boolean> =>
  (await indexedDB.databases()).some(({ name }) => name === DATABASE);

/** Where the browser refuses, nothing was kept. */
export async function quietly(work: (db: IDBPDatabase<Schema>) => Promise<unknown>): Promise<void> {
  try {
    await work(await open());
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
    const rows = await (await open()).getAll(name, beginningWith(user, form));
    const kept = rows.filter(({ at }) => at > oldest());
    return sorted(kept.map(({ cell, at, body }) => ({ cell, at, body: body as T })));
  } catch {
    return [];
  }
}

export const sorted = <T>(cells: KeptCell<T>[]): KeptCell<T>[] =>
  cells.toSorted((a, b) => a.at - b.at);
