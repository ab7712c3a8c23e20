import type { PgBoss } from 'pg-boss';
import { schedule, workOn } from '../../database/jobs.ts';
import type { DeliveryService } from './delivery.service.ts';
import type { PlannerService } from './planner.service.ts';
import type { Transport } from './transport.ts';

interface Options {
  boss: PgBoss;
  planner: PlannerService;
  delivery: DeliveryService;
  /** Null: mails are written, but held back. */
  transport: Transport | null;
  /** Prints held mails that have a link; null: they are not printed. */
  print: ((mail: string) => void) | null;
}

const PLAN = 'mail-plan';
const SEND = 'mail-send';

/** Six more tries, waiting twice as long each time, so that no mail is lost if the mail server is down for half an hour. */
const RETRIES = { retryLimit: 6, retryDelay: 60, retryBackoff: true, expireInSeconds: 120 };

/** Every minute one of the processes writes the mails that are due and queues them; any process may send them. */
export async function startMailWorker(options: Options): Promise<void> {
  const { boss, planner, delivery, transport, print } = options;
  await boss.createQueue(SEND, RETRIES);

  async function runOnce(): Promise<void> {
    const now = new Date();
    await delivery.tidy(now);
    await planner.plan(now);
    if (transport === null) return delivery.hold(now, print);
    // the job's id is fixed per mail, so a second process that queues the same mail adds nothing
    for (const { id, job } of await delivery.waiting()) await boss.send(SEND, { id }, { id: job });
  }

  if (transport !== null) {
    await workOn(boss, SEND, async (id, isLast) => {
      await delivery.deliver(transport, id, isLast, new Date());
    });
  }
  await schedule(boss, PLAN, 'EVERY_MINUTE', { expireInSeconds: 300 }, runOnce);
}
