import type { PgBoss } from 'pg-boss';
import { schedule, workOn } from '../../database/jobs.ts';
import { asServer } from '../../database/standing.ts';
import type { WebhookPlanner } from './webhook-planner.ts';
import type { WebhookSender } from './webhook-sender.ts';

const PLAN = 'webhook-plan';
const SEND = 'webhook-send';

/** Eight more tries, waiting twice as long each time, so that an address that is down for four hours misses nothing. */
const RETRIES = { retryLimit: 8, retryDelay: 60, retryBackoff: true, expireInSeconds: 60 };

/** Every minute one of the processes finds the messages that are due and queues them; any process may send them. */
export async function startWebhookWorker(options: {
  boss: PgBoss;
  planner: WebhookPlanner;
  sender: WebhookSender;
}): Promise<void> {
  const { boss, planner, sender } = options;
  await asServer(() => sender.reseal());
  await boss.createQueue(SEND, RETRIES);
  await workOn(boss, SEND, async (id, isLast) => {
    await sender.deliver(id, isLast);
  });
  await schedule(boss, PLAN, 'EVERY_MINUTE', { expireInSeconds: 300 }, async () => {
    await planner.plan();
    // the job's id is the message's own, so a second process that queues the same message adds nothing
    for (const id of await planner.waiting()) await boss.send(SEND, { id }, { id });
  });
}
