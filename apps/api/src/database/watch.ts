import { setTimeout as wait } from 'node:timers/promises';
import { log } from '../http/log.ts';

/** How often the database is asked, and how long for an answer at most. */
const EVERY_MS = 5000;

interface Options {
  /** Resolves where the database answers. */
  ask: () => Promise<unknown>;
  /** 0: never. */
  giveUpAfterMs: number;
  giveUp: () => void;
  everyMs?: number;
}

/**
 * Asks the database all the time. Where it has not answered for so long the process ends, and whoever keeps it running starts it
 * anew: that mends what no one thought of, and ends the showing of stored pages that nobody can withdraw. The answer stops it.
 */
export function watchDatabase({
  ask,
  giveUpAfterMs,
  giveUp,
  everyMs = EVERY_MS,
}: Options): () => Promise<void> {
  const stopped = new AbortController();
  const every = giveUpAfterMs === 0 ? everyMs : Math.min(everyMs, giveUpAfterMs / 4);
  let awaySince: number | null = null;

  async function look(): Promise<void> {
    const error = await failureOf(ask(), every);
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
      await look();
      await wait(every, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  const watching = watch();
  return async () => {
    stopped.abort();
    await watching;
  };
}

/** null: it was answered in time. */
async function failureOf(asked: Promise<unknown>, ms: number): Promise<unknown> {
  const late = new Error('It did not answer in time.');
  return Promise.race([
    asked.then(
      () => null,
      (error: unknown) => error ?? late,
    ),
    wait(ms, late, { ref: false }),
  ]);
}
