import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MikroORM } from '@mikro-orm/postgresql';
import { CannotStart, readEnv, type Env } from './config/env.ts';
import { keptSessionSecret } from './config/session-secret.ts';
import { createApp } from './create-app.ts';
import { startEmbeddedDatabase, type EmbeddedDatabase } from './database/embedded.ts';
import { migrate } from './database/migrate.ts';
import { refuseInsecure } from './database/refuse-insecure.ts';
import { loadDemonstration } from './database/seed/demonstration.ts';
import { PlannedReleasesService } from './features/releases/planned-releases.service.ts';
import { startReleaseClock } from './features/releases/release-clock.ts';
import { Health } from './http/health.ts';
import { log } from './http/log.ts';
import { onStopSignal } from './stop.ts';

const webRoot = path.join(import.meta.dirname, '../../web/dist');

/** Between "not ready" and closing: time for a load balancer to ask once more and send nobody here. */
const DRAIN_MS = 3000;

async function startDatabase(env: Env): Promise<EmbeddedDatabase | null> {
  if (env.databaseUrl !== null) return null;
  try {
    return await startEmbeddedDatabase({
      folder: path.join(env.dataDir, 'pg'),
      onCrash: (code) => {
        console.error(`The embedded database stopped unexpectedly (${code}).`);
        process.exit(1);
      },
    });
  } catch (error) {
    throw new CannotStart([error instanceof Error ? error.message : String(error)]);
  }
}

async function listen(app: NestFastifyApplication, { port, host }: Env): Promise<void> {
  try {
    // Fastify's own: Nest would log the failure a second time
    await app.getHttpAdapter().getInstance().listen({ port, host });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new CannotStart([`port ${port} is taken by another program; set PORT to a free one.`]);
  }
}

async function start(env: Env, embedded: EmbeddedDatabase | null): Promise<void> {
  const databaseUrl = env.databaseUrl ?? embedded?.url ?? '';
  await refuseInsecure(env, databaseUrl);
  await migrate(databaseUrl);
  const { demo, production, publicOrigin } = env;
  if (production) log.level = 'info';
  const sessionSecret = env.sessionSecret ?? keptSessionSecret(env.dataDir);
  const settings = { demo, production, publicOrigin, sessionSecret };
  const app = await createApp({ databaseUrl, settings, webRoot });
  if (demo) await loadDemonstration(app.get<unknown, MikroORM>(MikroORM));
  await listen(app, env);
  const planned = app.get(PlannedReleasesService, { strict: false });
  const stopClock = startReleaseClock(() => planned.publishDue());
  onStopSignal(async () => {
    app.get(Health).drain();
    if (production) await setTimeout(DRAIN_MS);
    await stopClock();
    await app.close();
    await embedded?.stop();
  });
  console.log(`Qadam is at ${publicOrigin}`);
}

let embedded: EmbeddedDatabase | null = null;
try {
  const env = readEnv(process.env);
  embedded = await startDatabase(env);
  await start(env, embedded);
} catch (error) {
  // what the operator can mend is a sentence; anything else is a fault of ours and needs its stack
  console.error(error instanceof CannotStart ? error.message : error);
  await embedded?.stop();
  process.exit(1);
}
