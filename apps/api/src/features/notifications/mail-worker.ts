import type { PgBoss } from 'pg-boss';
import { schedule, workOn } from '../../database/jobs.ts';
import type { DeliveryService } from './delivery.service.ts';
import type { PlannerService } from './planner.service.ts';
import type { Transport } from './transport.ts';

interface Options {
  boss: PgBoss;
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
const RETRIES = { retryLimit: 6, retryDelay: 60, retryBackoff: true, expireInSeconds: 120 };

/** Every minute one of the processes writes what is due and queues it; any of them sends. */
export async function startMailWorker(options: Options): Promise<void> {
  const { boss, planner, delivery, transport, print } = options;
  await boss.createQueue(SEND, RETRIES);

  async function runOnce(): Promise<void> {
    const now = new Date();
    await delivery.tidy(now);
    await planner.plan(now);
    if (transport === null) return delivery.hold(now, print);
    // a job's id is the mail's own, so a second process that queues it too queues nothing
    for (const { id, job } of await delivery.waiting()) await boss.send(SEND, { id }, { id: job });
  }

  if (transport !== null) {
    await workOn(boss, SEND, async (id, isLast) => {
      await delivery.deliver(transport, id, isLast, new Date());
    });
  }
  await schedule(boss, PLAN, 'EVERY_MINUTE', { expireInSeconds: 300 }, runOnce);
}
