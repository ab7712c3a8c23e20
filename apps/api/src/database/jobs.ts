import { PgBoss, type JobWithMetadata } from 'pg-boss';
import { log } from '../http/log.ts';
import { traced } from '../http/traced.ts';
import { SESSION } from './orm.config.ts';
import { asServer } from './standing.ts';

const STOP_MS = 8000;
/** UTC: after midnight in the four countries, before their offices open. */
const CRON = { EVERY_MINUTE: '* * * * *', EVERY_NIGHT: '17 20 * * *' };
/** Passed on to pg: a server that hangs, or a firewall that dropped the connection, never answers. */
const CONNECTION = { query_timeout: SESSION.query_timeout, keepAlive: true };

/** Jobs and schedules in schema pgboss of the same database: pg-boss provides queue, clock and retries. */
export async function startJobs(databaseUrl: string): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'qadam-jobs',
    max: 3,
    ...CONNECTION,
  });
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  await boss.start();
  return boss;
}

/** A job with the id of what to send. */
type SendJob = JobWithMetadata<{ id: string }>;

/** Works through the jobs of a queue, one at a time. `isLast`: if this attempt fails, there is no other. */
export async function workOn(
  boss: PgBoss,
  queue: string,
  work: (id: string, isLast: boolean) => Promise<void>,
): Promise<void> {
  await boss.work(queue, { includeMetadata: true }, async ([job]: SendJob[]) => {
    if (job === undefined) return;
    const { data, retryCount, retryLimit } = job;
    const isLast = retryCount >= retryLimit;
    try {
      await traced({ kind: 'job', name: queue }, () => asServer(() => work(data.id, isLast)));
    } catch (error) {
      if (isLast) log.error({ failure: error }, `${queue} was given up`);
      throw codeOnly(error);
    }
  });
}

/** pg-boss stores an error with all that it holds; what a mail server says names the recipient, and what PostgreSQL says quotes the row. */
const codeOnly = (error: unknown): Error => {
  const { code, name } = Object(error) as { code?: unknown; name?: unknown };
  return new Error(String(code ?? name));
};

/** Finishes the current jobs, then disconnects. */
export const stopJobs = (boss: PgBoss): Promise<void> =>
  boss.stop({ graceful: true, timeout: STOP_MS });

/** Runs a queue on its schedule in one of the processes, and once when a process starts; several processes that start together run it once. */
export async function schedule(
  boss: PgBoss,
  queue: string,
  times: 'EVERY_MINUTE' | 'EVERY_NIGHT',
  options: { expireInSeconds: number },
  work: () => Promise<void>,
): Promise<void> {
  await boss.createQueue(queue, { retryLimit: 0, ...options });
  await boss.work(queue, async () => {
    try {
      await traced({ kind: 'job', name: queue }, () => asServer(work));
    } catch (error) {
      // pg-boss keeps the error in the job only
      log.error({ failure: error }, `${queue} failed; tried again at its next time`);
      throw codeOnly(error);
    }
  });
  await boss.schedule(queue, CRON[times]);
  await boss.send(queue, null, { singletonKey: 'start', singletonSeconds: 60 });
}
