import { setTimeout as wait } from 'node:timers/promises';
import { log } from '../http/log.ts';

/** How often the database is asked, and how long for an answer at most. */
const EVERY_MS = 5000;

export interface WatchedPool {
  /** Resolves where the database answers. */
  ask: () => Promise<unknown>;
  /** When other work on it last ended well, by `performance.now()`: a question that waits behind it says nothing of the database. */
  soundAt: () => number;
}

interface Options {
  /** One that does not answer is enough to give up. */
  pools: readonly WatchedPool[];
  /** 0: never. */
  giveUpAfterMs: number;
  giveUp: () => void;
  everyMs?: number;
}

/**
 * Asks the database again and again. Where it has not answered for so long the process ends, and its supervisor starts a new
 * one: that helps against faults that we did not foresee, and stops showing stored pages that may have been withdrawn
 * meanwhile. Returns what stops it.
 */
export function watchDatabase({
  pools,
  giveUpAfterMs,
  giveUp,
  everyMs = EVERY_MS,
}: Options): () => Promise<void> {
  const stopped = new AbortController();
  const every = giveUpAfterMs === 0 ? everyMs : Math.min(everyMs, giveUpAfterMs / 4);
  let awaySince: number | null = null;

  async function checkPools(): Promise<void> {
    const failures = await Promise.all(pools.map((pool) => failureOf(pool, every)));
    const error = failures.find((failure) => failure !== null) ?? null;
    const now = performance.now();
    if (error === null) {
      if (awaySince !== null) log.info('the database answers again');
      awaySince = null;
      return;
    }
    if (awaySince === null) log.error({ err: error }, 'the database does not answer');
    awaySince ??= now;
    if (giveUpAfterMs === 0 || now - awaySince < giveUpAfterMs) return;
    log.fatal({ seconds: giveUpAfterMs / 1000 }, 'no database: the process ends');
    giveUp();
  }

  async function watch(): Promise<void> {
    const { signal } = stopped;
    while (!signal.aborted) {
      await checkPools();
      await wait(every, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  const watching = watch();
  return async () => {
    stopped.abort();
    await watching;
  };
}

/** null: it was answered in time, or other work was. */
async function failureOf({ ask, soundAt }: WatchedPool, ms: number): Promise<unknown> {
  const late = new Error('It did not answer in time.');
  const asked = performance.now();
  const failure: unknown = await Promise.race([
    ask().then(
      () => null,
      (error: unknown) => error ?? late,
    ),
    wait(ms, late, { ref: false }),
  ]);
  return soundAt() > asked ? null : failure;
}
