import { useEffect, useState } from 'react';
import type { Me } from './auth.ts';
import { hasDatabase, quietly, readKept, wasMade, type KeptCell } from './browser-database.ts';
import { useSession } from './session.ts';
import { isSharedComputer } from './shared-computer.ts';

/** As long as a session lives at most: whoever comes later signs in first. */
const SESSION_LIFE = 12 * 60 * 60 * 1000;
/** Stands for the person in place of a form, and for a form whole in place of a cell. */
const WHO = 'who';
const WHOLE = '';

const keeps = () => hasDatabase() && !isSharedComputer();

/**
 * Who is signed in, as the server said last: what was read for anybody else goes. Only of reporters anything is kept: they are the
 * ones whose typing must survive a lost connection.
 */
export async function keepPerson(me: Me | null): Promise<void> {
  // what lies there from before goes, and no trace is made where nothing is kept
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

/** The person whom the server knew last, for as long as a session lives. It opens nothing but what lies in this browser. */
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

/** What was read of one form. */
export interface FormReads<T, C> {
  read: () => Promise<LastRead<T, C> | null>;
  /** The form was read anew: what was saved before is in it. */
  keep: (whole: T) => Promise<void>;
  keepCell: (cell: string, body: C) => Promise<void>;
}

export function formReads<T, C = never>(user: string, form: string): FormReads<T, C> {
  /** Only for the person whom the server knew last: not by a tab that stayed open after signing out. */
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

/** What the server answered last of a form, at this time, and the cells that it saved since. */
export interface LastRead<T, C> {
  of: T;
  at: number;
  cells: readonly C[];
}

/**
 * Keeps what the server answers for when the page is opened without a connection, and gives it then: undefined until it is found, null
 * where nothing was kept.
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
