import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { collectSooner, collectWhenIdle } from './collect-garbage.ts';
import { oneLogin } from './config/databases.ts';
import { CannotStart, readEnv, type Env } from './config/env.ts';
import { startEmbeddedDatabase, type EmbeddedDatabase } from './database/embedded.ts';

// set before the server is loaded: otherwise React renders at half the speed, and GraphQL checks each object it meets
process.env['NODE_ENV'] ??= 'production';

/** What the build made for new databases to start from (make-cluster.mjs). There is none beside the sources. */
const CLUSTER = fileURLToPath(new URL('./database/cluster.tar.zst', import.meta.url));

function startDatabase({ dataDir }: Env): Promise<EmbeddedDatabase> {
  return startEmbeddedDatabase({
    folder: path.join(dataDir, 'pg'),
    cluster: CLUSTER,
    onCrash: (code) => {
      console.error(`The embedded database stopped unexpectedly (${code}).`);
      process.exit(1);
    },
  });
}

type Serve = typeof import('./serve.ts').serve;

/** Counted after the drain. Orchestrators kill a process after 30 seconds or so; by then everything is closed or never will be. */
const TIMEOUT_MS = 12_000;

/** The first SIGTERM or Ctrl-C stops everything in order. Repeats are ignored: npm passes Ctrl-C on, so the same signal often comes twice. */
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
 * Runs the product until it is stopped. `read` loads the server, while the database starts in a thread of its own. `webBuilt` resolves when the pages
 * can be read: `npm start` builds them meanwhile.
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
    const databases = env.database ?? oneLogin(embedded?.url ?? '');
    const { stop, background } = await serve(env, databases, webBuilt);
    onStopSignal(async () => {
      await stop();
      await embedded?.stop();
    }, env.drainSeconds * 1000);
    console.log(`Qadam is at ${env.publicOrigin}`);
    await background;
    // not earlier: most of what a start allocates stays, so it would be collected again and again in vain
    collectSooner();
    await collectWhenIdle();
  } catch (error) {
    // errors that the operator can fix are a sentence; any other is our fault and needs its stack
    console.error(error instanceof CannotStart ? error.message : error);
    await embedded?.stop();
    process.exit(1);
  }
}
