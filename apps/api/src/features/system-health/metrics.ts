import { once } from 'node:events';
import { createServer } from 'node:http';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { log } from '../../http/log.ts';
import {
  OPERATIONS,
  REQUESTS,
  type MeasuredOperation,
  type MeasuredRequest,
} from '../../http/measured.ts';
import type { Measured } from './system-health.service.ts';

export interface Measures {
  address: { host: string; port: number };
  /** Null where the database does not answer. */
  health: () => Promise<Measured | null>;
  /** For each pool, by name, how its connections are used. */
  pools: Readonly<Record<string, () => { open: number; idle: number; waiting: number }>>;
  /** Are releases read from a replica at the moment? Null if there is no replica. */
  readsReplica: (() => Promise<boolean>) | null;
}

/** The buckets of the histogram: from a cached answer to a large download. */
const SECONDS = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** How long a result is reused, so that several programs that ask cause only one query. */
const HEALTH_KEPT_MS = 10_000;

/**
 * Serves numbers for Prometheus at `/metrics` of a separate address, for the operator's network only. They contain no person, value or area.
 * Returns a function that stops it.
 */
export async function startMetrics({
  address,
  health,
  pools,
  readsReplica,
}: Measures): Promise<() => Promise<void>> {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers });

  const requests = new Histogram({
    name: 'qadam_request_seconds',
    help: 'Time to answer a request, by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  });
  const operations = new Histogram({
    name: 'qadam_operation_seconds',
    help: 'Time of a GraphQL operation, by its first field.',
    labelNames: ['field', 'result'],
    buckets: SECONDS,
    registers,
  });
  const unread = new Counter({
    name: 'qadam_database_unread_total',
    help: 'Times that the database did not answer when it was asked for these numbers.',
    registers,
  });
  const connections = gauge('qadam_database_connections', 'Connections of this process.', [
    'pool',
    'state',
  ]);
  // it has a label because a gauge without one is 0 from the start, which would look like an unread replica even if there is none
  const fromReplica = gauge(
    'qadam_reads_from_replica',
    'Whether releases are read from a replica: 1 or 0; nothing where there is none.',
    ['pool'],
  );
  const up = gauge('qadam_database_up', 'Whether the database answers: 1 or 0.');
  const bytes = gauge('qadam_database_bytes', 'Size of the database.');
  const diskFree = gauge('qadam_disk_free_bytes', 'Free space where this process writes.', [
    'disk',
  ]);
  const mails = gauge('qadam_mails', 'Mails in the outbox.', ['state']);
  const jobs = gauge('qadam_jobs', 'Jobs that wait, and those done and given up in the last day.', [
    'queue',
    'state',
  ]);
  const released = gauge(
    'qadam_release_timestamp_seconds',
    'When the last release was published; 0: never.',
  );
  const backedUp = gauge(
    'qadam_backup_timestamp_seconds',
    'When the last backup was made; 0: never.',
  );

  const onRequest = (message: unknown) => {
    const { method, route, status, seconds } = message as MeasuredRequest;
    requests.observe({ method, route, status: `${String(Math.floor(status / 100))}xx` }, seconds);
  };
  const onOperation = (message: unknown) => {
    const { field, failed, seconds } = message as MeasuredOperation;
    operations.observe({ field, result: failed ? 'failed' : 'answered' }, seconds);
  };
  REQUESTS.subscribe(onRequest);
  OPERATIONS.subscribe(onOperation);

  let askedAt = -Infinity;
  async function readHealth(): Promise<void> {
    if (performance.now() - askedAt < HEALTH_KEPT_MS) return;
    askedAt = performance.now();
    const facts = await health();
    up.set(facts === null ? 0 : 1);
    if (facts === null) {
      unread.inc();
      return;
    }
    bytes.set(facts.databaseMegabytes * 1_048_576);
    for (const [disk, { megabytes }] of Object.entries(facts.disks))
      diskFree.set({ disk }, megabytes * 1_048_576);
    mails.set({ state: 'waiting' }, facts.mailsWaiting);
    mails.set({ state: 'failed' }, facts.mailsFailed);
    released.set(seconds(facts.releasedAt));
    backedUp.set(seconds(facts.backedUpAt));
    jobs.reset();
    for (const { name: queue, waiting, done, failed } of facts.jobs)
      for (const [state, count] of Object.entries({ waiting, done, failed }))
        jobs.set({ queue, state }, count);
  }

  async function text(): Promise<string> {
    for (const [pool, use] of Object.entries(pools))
      for (const [state, count] of Object.entries(use())) connections.set({ pool, state }, count);
    if (readsReplica !== null) fromReplica.set({ pool: 'public' }, (await readsReplica()) ? 1 : 0);
    await readHealth();
    return registry.metrics();
  }

  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    text().then(
      (body) => response.writeHead(200, { 'content-type': registry.contentType }).end(body),
      (error: unknown) => {
        log.error({ err: error }, 'metrics');
        response.writeHead(500).end();
      },
    );
  });
  server.listen(address);
  await once(server, 'listening');
  return async () => {
    REQUESTS.unsubscribe(onRequest);
    OPERATIONS.unsubscribe(onOperation);
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
}

const seconds = (instant: string | null): number =>
  instant === null ? 0 : Date.parse(instant) / 1000;
