import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MikroORM } from '@mikro-orm/postgresql';
import type { Databases } from './config/databases.ts';
import { CannotStart, type Env, type Smtp } from './config/env.ts';
import { settingsOf } from './config/settings.ts';
import { createApp } from './create-app.ts';
import { answers, type Connection } from './database/connection.ts';
import { guard } from './database/guard.ts';
import { migrate } from './database/migrate.ts';
import { ormConfig, withOrm } from './database/orm.config.ts';
import { PublicOrm } from './database/public-database.module.ts';
import { refuseInsecure } from './database/refuse-insecure.ts';
import { loadDemonstration } from './database/seed/demonstration.ts';
import { replicasOf } from './database/replicas.ts';
import { asServer } from './database/standing.ts';
import { watchDatabase, type WatchedPool } from './database/watch.ts';
import { DeliveryService } from './features/notifications/delivery.service.ts';
import { PlannerService } from './features/notifications/planner.service.ts';
import type { Transport } from './features/notifications/transport.ts';
import { keepMissingRuleHits } from './features/publication/rule-hits.store.ts';
import { WebhookPlanner } from './features/webhooks/webhook-planner.ts';
import { WebhookSender } from './features/webhooks/webhook-sender.ts';
import { RetentionService } from './features/retention/retention.service.ts';
import { PlannedReleasesService } from './features/releases/planned-releases.service.ts';
import { CurrentRelease } from './features/releases/current-release.ts';
import { SystemHealthService } from './features/system-health/system-health.service.ts';
import { Health } from './http/health.ts';
import { log } from './http/log.ts';

const webRoot = path.join(import.meta.dirname, '../../web/dist');

interface Served {
  /** Resolves when the work in the background has begun as well; never if the server is stopped before that. */
  background: Promise<unknown>;
  /** Stops everything in order. */
  stop: () => Promise<void>;
}

/** Starts the server, given a database that answers. */
export async function serve(
  env: Env,
  database: Databases,
  webBuilt: Promise<void>,
): Promise<Served> {
  await refuseInsecure(env, database.owner);
  log.level = env.logLevel;
  // creating the server reads no table, so it goes on while the database is migrated
  const creating = createApp({
    database,
    settings: settingsOf(env),
    connections: env.connections,
    statementSeconds: env.statementSeconds,
    webRoot,
    webBuilt,
  });
  // an error is reported where the promise is awaited
  creating.catch(() => undefined);
  await migrate(database.owner);
  await guard(database);
  if (env.demo) await seedDemonstration(database.owner);
  const app = await creating;
  await listen(app, env);
  const stopTraces = env.traces === null ? null : await follow(env.traces);
  const stopWatch = watchDatabase({
    pools: poolsOf(app),
    giveUpAfterMs: env.databaseGiveUpAfter * 1000,
    giveUp: () => process.exit(1),
  });
  const stopMetrics = env.metrics === null ? null : await measure(app, env.metrics);
  const stopping = new AbortController();
  const inBackground = startBackground(app, env, database.owner, stopping.signal);
  return {
    background: inBackground.then((begun) => begun ?? Promise.race([])),
    stop: async () => {
      stopping.abort();
      app.get(Health).drain();
      await setTimeout(env.drainSeconds * 1000);
      await stopWatch();
      await stopMetrics?.();
      const stopBackground = await inBackground.catch(() => null);
      await stopBackground?.();
      await app.close();
      await stopTraces?.();
    },
  };
}

/** Work in the background begins this much later, because whoever waited for the server opens a page first and should not wait for that work too. */
const FIRST_PAGE_MS = 3_000;

/** Returns a function that stops it; null if the server was stopped before it began. */
async function startBackground(
  app: NestFastifyApplication,
  env: Env,
  databaseUrl: string,
  stopping: AbortSignal,
): Promise<(() => Promise<void>) | null> {
  await setTimeout(FIRST_PAGE_MS, undefined, { signal: stopping }).catch(() => undefined);
  if (stopping.aborted) return null;
  asServer(() => keepMissingRuleHits(app.get<unknown, MikroORM>(MikroORM).em.fork())).catch(
    (error: unknown) => {
      log.error({ err: error }, 'what rules say of past releases could not be kept');
    },
  );
  return startJobs(app, env, databaseUrl);
}

/** The watch asks through the pools themselves: a database that answers only on other connections is of no use. */
function poolsOf(app: NestFastifyApplication): WatchedPool[] {
  const orms = [app.get<unknown, MikroORM>(MikroORM), app.get(PublicOrm, { strict: false })];
  return orms.map(({ em }) => ({
    ask: () => answers(em),
    answeredAt: () => (em.getConnection() as Connection).answeredAt,
  }));
}

/** Loads metrics only if they are wanted, because the library is large. */
async function measure(
  app: NestFastifyApplication,
  address: { host: string; port: number },
): Promise<() => Promise<void>> {
  const { startMetrics } = await import('./features/system-health/metrics.ts');
  const health = app.get(SystemHealthService, { strict: false });
  const readers = app.get(PublicOrm, { strict: false });
  const replicas = replicasOf(readers.em);
  const use =
    ({ em }: Pick<MikroORM, 'em'>) =>
    () =>
      (em.getConnection() as Connection).use;
  return startMetrics({
    address,
    health: () => asServer(() => health.measure()).catch(() => null),
    pools: {
      desks: use(app.get<unknown, MikroORM>(MikroORM)),
      public: use(readers),
    },
    readsReplica: replicas.hasReplicas ? () => readsReplica(app) : null,
  });
}

/** Loads traces only if they are wanted, for the same reason. */
async function follow(endpoint: string): Promise<() => Promise<void>> {
  const { startTraces } = await import('./features/system-health/traces.ts');
  return startTraces(endpoint);
}

/** Asks as a reader would: if there were no readers, nobody has asked for long. */
async function readsReplica(app: NestFastifyApplication): Promise<boolean> {
  const replicas = replicasOf(app.get(PublicOrm, { strict: false }).em);
  await app
    .get(CurrentRelease, { strict: false })
    .edition()
    .catch(() => null);
  await replicas.ask();
  return replicas.usable !== null;
}

/**
 * Loads the jobs only now, because their library is large. Returns a function that stops them after the release that is being published.
 */
async function startJobs(
  app: NestFastifyApplication,
  { smtp, demo }: Env,
  databaseUrl: string,
): Promise<() => Promise<void>> {
  const jobs = await import('./database/jobs.ts');
  const { startMailWorker } = await import('./features/notifications/mail-worker.ts');
  const boss = await jobs.startJobs(databaseUrl);
  const transport = smtp === null ? null : await transportTo(smtp);
  await startMailWorker({
    boss,
    planner: app.get(PlannerService, { strict: false }),
    delivery: app.get(DeliveryService, { strict: false }),
    transport,
    print: demo ? (mail) => void process.stdout.write(`${mail}\n`) : null,
  });
  const { startWebhookWorker } = await import('./features/webhooks/webhook-worker.ts');
  await startWebhookWorker({
    boss,
    planner: app.get(WebhookPlanner, { strict: false }),
    sender: app.get(WebhookSender, { strict: false }),
  });
  const planned = app.get(PlannedReleasesService, { strict: false });
  const retention = app.get(RetentionService, { strict: false });
  await jobs.schedule(boss, 'retention', 'EVERY_NIGHT', { expireInSeconds: 900 }, () =>
    retention.deleteExpired(new Date()),
  );
  let publishing = Promise.resolve();
  await jobs.schedule(boss, 'release-publish', 'EVERY_MINUTE', { expireInSeconds: 900 }, () => {
    publishing = planned.publishDue();
    return publishing;
  });
  return async () => {
    await jobs.stopJobs(boss);
    transport?.close();
    await publishing.catch(() => undefined);
  };
}

/** Loaded only if a server sends the mail; the demonstration prints it. */
async function transportTo(smtp: Smtp): Promise<Transport> {
  const { smtpTransport } = await import('./features/notifications/transport.ts');
  return smtpTransport(smtp);
}

/** Uses a connection of its own: only the database is needed, so the pages may still be being built. */
async function seedDemonstration(databaseUrl: string): Promise<void> {
  await withOrm(ormConfig(databaseUrl), loadDemonstration);
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
