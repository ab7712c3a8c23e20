import path from 'node:path';
import { CannotStart, readEnv, type Env } from './config/env.ts';
import { startEmbeddedDatabase, type EmbeddedDatabase } from './database/embedded.ts';
import { onStopSignal } from './stop.ts';

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
    const starting = env.databaseUrl === null ? startDatabase(env) : null;
    const reading = read();
    reading.catch(() => undefined);
    embedded = await starting;
    const { serve } = await reading;
    const stopServing = await serve(env, env.databaseUrl ?? embedded?.url ?? '', webBuilt);
    onStopSignal(async () => {
      await stopServing();
      await embedded?.stop();
    });
    console.log(`Qadam is at ${env.publicOrigin}`);
  } catch (error) {
    // what the operator can mend is a sentence; anything else is a fault of ours and needs its stack
    console.error(error instanceof CannotStart ? error.message : error);
    await embedded?.stop();
    process.exit(1);
  }
}
