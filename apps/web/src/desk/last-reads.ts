import { useEffect, useState } from 'react';
import type { Me } from './auth.ts';
import { hasDatabase, quietly, readKept, wasMade, type KeptCell } from './browser-database.ts';
import { useSession } from './session.ts';
import { isSharedComputer } from './shared-computer.ts';

/** The longest life of a session: after that time a person has to sign in first. */
const SESSION_LIFE = 12 * 60 * 60 * 1000;
/** WHO in place of a form marks the row of the person; WHOLE in place of a cell marks the row of the whole form. */
const WHO = 'who';
const WHOLE = '';

const keeps = () => hasDatabase() && !isSharedComputer();

/**
 * Keeps who is signed in, as the server said last, and deletes what was read by anybody else. Data are only kept for reporters,
 * because what they type must survive a lost connection.
 */
export async function keepPerson(me: Me | null): Promise<void> {
  // deletes what was kept before, but does not make a database if nothing is to be kept
  const isKept = me?.role === 'REPORTER' && keeps();
  if (!hasDatabase() || (!isKept && !(await wasMade('reads').catch(() => false)))) return;
  await quietly('reads', async (db) => {
    const { store, done } = db.transaction('reads', 'readwrite');
    for (const key of await store.getAllKeys()) {
      if (!isKept || key[0] !== me.id) await store.delete(key);
    }
    if (isKept) {
      await store.put({ user: me.id, form: WHO, cell: WHOLE, at: Date.now(), body: me });
    }
    await done;
  });
}

/** The person who was signed in last, for as long as a session can live. Gives access only to what is kept in this browser. */
export async function lastPerson(): Promise<Me | null> {
  if (!keeps()) return null;
  let found: Me | null = null;
  await quietly('reads', async (db) => {
    const rows = await db.getAll('reads');
    const who = rows.find(({ form, at }) => form === WHO && at > Date.now() - SESSION_LIFE);
    found = (who?.body ?? null) as Me | null;
  });
  return found;
}

/** Reads and keeps what the server answered for one form. */
export interface FormReads<T, C> {
  read: () => Promise<LastRead<T, C> | null>;
  /** Keeps the whole form, after it was read anew with everything saved before. */
  keep: (whole: T) => Promise<void>;
  keepCell: (cell: string, body: C) => Promise<void>;
}

export function formReads<T, C = never>(user: string, form: string): FormReads<T, C> {
  /** Writes only for the person who is signed in, so that a tab left open after signing out keeps nothing. */
  const write = async (cell: string, body: unknown) => {
    if (!keeps()) return;
    await quietly('reads', async (db) => {
      const { store, done } = db.transaction('reads', 'readwrite');
      if ((await store.get([user, WHO, WHOLE])) !== undefined) {
        await store.put({ user, form, cell, at: Date.now(), body });
      }
      await done;
    });
  };
  return {
    read: async () => {
      const rows = keeps() ? await readKept<T | C>('reads', user, form) : [];
      const whole = rows.find(({ cell }) => cell === WHOLE) as KeptCell<T> | undefined;
      if (whole === undefined) return null;
      const cells = rows.filter(({ cell }) => cell !== WHOLE).map(({ body }) => body as C);
      return { of: whole.body, at: whole.at, cells };
    },
    keep: (whole) => write(WHOLE, whole),
    keepCell: write,
  };
}

/** The server's last answer for a form, the time of it, and the cells that were saved since. */
export interface LastRead<T, C> {
  of: T;
  at: number;
  cells: readonly C[];
}

/**
 * Keeps the server's answer, and returns it when the page is opened without a connection: undefined until it is found, null if
 * nothing was kept.
 */
export function useLastRead<T, C = never>(
  user: string,
  form: string,
  answer: T | undefined,
): LastRead<T, C> | null | undefined {
  const { offline } = useSession();
  const [last, setLast] = useState<LastRead<T, C> | null>();
  useEffect(() => {
    if (answer !== undefined) void formReads<T, C>(user, form).keep(answer);
  }, [answer, user, form]);
  useEffect(() => {
    if (!offline) return undefined;
    let left = false;
    void formReads<T, C>(user, form)
      .read()
      .then((found) => {
        if (!left) setLast(found);
      });
    return () => {
      left = true;
    };
  }, [offline, user, form]);
  return last;
}
