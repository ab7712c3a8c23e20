import { PgBoss, type JobWithMetadata } from 'pg-boss';
import { SESSION } from '../../database/orm.config.ts';
import { log } from '../../http/log.ts';
import type { DeliveryService } from './delivery.service.ts';
import type { PlannerService } from './planner.service.ts';
import type { Transport } from './transport.ts';

export interface MailWorker {
  /** Ends what it is doing, then lets go of the database. */
  stop: () => Promise<void>;
}

interface Options {
  databaseUrl: string;
  planner: PlannerService;
  delivery: DeliveryService;
  /** null: mails are written and held. */
  transport: Transport | null;
  /** Where held mails with a link are shown; null: nowhere. */
  print: ((mail: string) => void) | null;
}

const PLAN = 'mail-plan';
const SEND = 'mail-send';

/** Six more tries, each after twice the time: a mail server that is down for half an hour loses nothing. */
const PATIENT = { retryLimit: 6, retryDelay: 60, retryBackoff: true, expireInSeconds: 120 };
const STOP_MS = 8000;
/** Passed on to pg: a server that hangs, or a firewall that dropped the connection, never answers. */
const CONNECTION = { query_timeout: SESSION.query_timeout, keepAlive: true };

/**
 * Every minute one of the processes writes what is due and queues it; any of them sends. The jobs are
 * pg-boss's, in schema pgboss of the same database: queue, clock and retries are not made here.
 */
export async function startMailWorker(options: Options): Promise<MailWorker> {
  const { planner, delivery, transport, print } = options;
  const boss = new PgBoss({
    connectionString: options.databaseUrl,
    application_name: 'qadam-jobs',
    max: 3,
    ...CONNECTION,
  });
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  await boss.start();
  await boss.createQueue(PLAN, { retryLimit: 0, expireInSeconds: 300 });
  await boss.createQueue(SEND, PATIENT);

  async function look(): Promise<void> {
    const now = new Date();
    await delivery.tidy(now);
    await planner.plan(now);
    if (transport === null) return delivery.hold(now, print);
    // a job's id is the mail's own, so a second process that queues it too queues nothing
    for (const { id, job } of await delivery.waiting()) await boss.send(SEND, { id }, { id: job });
  }

  await boss.work(PLAN, async () => {
    try {
      await look();
    } catch (error) {
      // pg-boss keeps the error with the job only
      log.error({ err: error }, 'mails could not be planned');
      throw error;
    }
  });
  if (transport !== null) {
    await boss.work(
      SEND,
      { includeMetadata: true },
      async ([job]: JobWithMetadata<{ id: string }>[]) => {
        if (job === undefined) return;
        const last = job.retryCount >= job.retryLimit;
        await delivery.deliver(transport, job.data.id, last, new Date());
      },
    );
  }
  await boss.schedule(PLAN, '* * * * *');
  // at a start it is planned at once what came due meanwhile; of several that start together one plans
  await boss.send(PLAN, null, { singletonKey: 'start', singletonSeconds: 60 });
  return {
    stop: async () => {
      await boss.stop({ graceful: true, timeout: STOP_MS });
      transport?.close();
    },
  };
}
