import type { PgBoss } from 'pg-boss';
import { schedule, workOn } from '../../database/jobs.ts';
import type { WebhookPlanner } from './webhook-planner.ts';
import type { WebhookSender } from './webhook-sender.ts';

const PLAN = 'webhook-plan';
const SEND = 'webhook-send';

/** Eight more tries, each after twice the time: an address that is away for four hours misses nothing. */
const RETRIES = { retryLimit: 8, retryDelay: 60, retryBackoff: true, expireInSeconds: 60 };

/** Every minute one of the processes finds what is to be told and queues it; any of them sends. */
export async function startWebhookWorker(options: {
  boss: PgBoss;
  planner: WebhookPlanner;
  sender: WebhookSender;
}): Promise<void> {
  const { boss, planner, sender } = options;
  await boss.createQueue(SEND, RETRIES);
  await workOn(boss, SEND, async (id, isLast) => {
    await sender.deliver(id, isLast);
  });
  await schedule(boss, PLAN, 'EVERY_MINUTE', { expireInSeconds: 300 }, async () => {
    await planner.plan();
    // a job's id is the message's own, so a second process that queues it too queues nothing
    for (const id of await planner.waiting()) await boss.send(SEND, { id }, { id });
  });
}
