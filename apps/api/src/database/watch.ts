import { setTimeout as wait } from 'node:timers/promises';
import { log } from '../http/log.ts';

/** How often the database is asked, and how long for an answer at most. */
const EVERY_MS = 5000;

export interface WatchedPool {
  /** Resolves if the database answers. */
  ask: () => Promise<unknown>;
  /**
   * When other work on the pool last ended well, by `performance.now()`. If that was after a question was sent, the question only waited in a queue.
   */
  answeredAt: () => number;
}

interface Options {
  /** If one of them does not answer, that is enough to give up. */
  pools: readonly WatchedPool[];
  /** 0: never. */
  giveUpAfterMs: number;
  giveUp: () => void;
  everyMs?: number;
}

/**
 * Asks the databases again and again. If one has not answered for `giveUpAfterMs`, the process ends, and its supervisor starts a new one: this helps
 * against unforeseen faults, and no longer shows stored pages that may have been withdrawn meanwhile. Returns a function that stops it.
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

/** null if it was answered in time, or if other work ended well meanwhile. */
async function failureOf({ ask, answeredAt }: WatchedPool, ms: number): Promise<unknown> {
  const late = new Error('It did not answer in time.');
  const asked = performance.now();
  const failure: unknown = await Promise.race([
    ask().then(
      () => null,
      (error: unknown) => error ?? late,
    ),
    wait(ms, late, { ref: false }),
  ]);
  return answeredAt() > asked ? null : failure;
}
