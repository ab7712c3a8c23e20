import path from 'node:path';
import { collectWhenIdle } from './collect-garbage.ts';
import { oneLogin } from './config/databases.ts';
import { CannotStart, readEnv, type Env } from './config/env.ts';
import { startEmbeddedDatabase, type EmbeddedDatabase } from './database/embedded.ts';

// before the server is read: React renders at half the speed otherwise, and GraphQL checks each object it meets
process.env['NODE_ENV'] ??= 'production';

function startDatabase({ dataDir }: Env): Promise<EmbeddedDatabase> {
  return startEmbeddedDatabase({
    folder: path.join(dataDir, 'pg'),
    onCrash: (code) => {
      console.error(`The embedded database stopped unexpectedly (${code}).`);
      process.exit(1);
    },
  });
}

type Serve = typeof import('./serve.ts').serve;

/** After the drain. Orchestrators kill after 30 seconds or so; by then everything is closed or never will be. */
const TIMEOUT_MS = 12_000;

/** The first SIGTERM or Ctrl-C stops in order; npm passes Ctrl-C on, so the same signal often comes twice. */
function onStopSignal(stop: () => Promise<void>, drainMs: number): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      setTimeout(() => process.exit(0), drainMs + TIMEOUT_MS).unref();
      void stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
}

/**
 * Runs the product until it is told to stop. `read` gives the server: its code is read while the database starts, in a thread of its own.
 * `webBuilt` says when the pages can be read: `npm start` builds them meanwhile.
 */
export async function start(
  read: () => Promise<{ serve: Serve }>,
  webBuilt: Promise<void> = Promise.resolve(),
): Promise<void> {
  let embedded: EmbeddedDatabase | null = null;
  try {
    const env = readEnv(process.env);
    const starting = env.database === null ? startDatabase(env) : null;
    const reading = read();
    reading.catch(() => undefined);
    embedded = await starting;
    const { serve } = await reading;
    const stopServing = await serve(env, env.database ?? oneLogin(embedded?.url ?? ''), webBuilt);
    onStopSignal(async () => {
      await stopServing();
      await embedded?.stop();
    }, env.drainSeconds * 1000);
    console.log(`Qadam is at ${env.publicOrigin}`);
    await collectWhenIdle();
  } catch (error) {
    // what the operator can mend is a sentence; anything else is a fault of ours and needs its stack
    console.error(error instanceof CannotStart ? error.message : error);
    await embedded?.stop();
    process.exit(1);
  }
}
