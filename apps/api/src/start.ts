import path from 'node:path';
import { CannotStart, readEnv, type Env } from './config/env.ts';
import { startEmbeddedDatabase, type EmbeddedDatabase } from './database/embedded.ts';
import { onStopSignal } from './stop.ts';

function startDatabase({ dataDir }: Env): Promise<EmbeddedDatabase> {
  return startEmbeddedDatabase({
    folder: path.join(dataDir, 'pg'),
    onCrash: (code) => {
      console.error(`The embedded database stopped unexpectedly (${code}).`);
      process.exit(1);
    },
  });
}

/**
 * Runs the product until it is told to stop. `webBuilt`: when the pages can be read; `npm start` on a fresh clone builds them
 * while the database is made.
 */
export async function start(webBuilt: Promise<void> = Promise.resolve()): Promise<void> {
  let embedded: EmbeddedDatabase | null = null;
  try {
    const env = readEnv(process.env);
    // Side by side: reading the framework's code takes a second, which the database's worker needs too.
    const reading = import('./serve.ts');
    if (env.databaseUrl === null) embedded = await startDatabase(env);
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
