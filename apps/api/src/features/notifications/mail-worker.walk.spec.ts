import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startJobs, stopJobs } from '../../database/jobs.ts';
import { startTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { reportingFixture } from '../../testing/reporting-fixture.ts';
import { DeliveryService } from './delivery.service.ts';
import { startMailWorker } from './mail-worker.ts';
import { PlannerService } from './planner.service.ts';
import type { Message, Transport } from './transport.ts';

let database: TestDatabase;
let test: TestApp;

beforeAll(async () => {
  database = await startTestDatabase();
  test = await startTestApp({ database });
  const em = test.em();
  await reportingFixture(em);
  // make it noon in all areas, so that it is time for a reminder whatever the hour of the test
  await em.execute(`update work.area set time_zone =
    'Etc/GMT' || to_char(extract(hour from now() at time zone 'UTC')::int - 12, 'FMSG99')`);
  await em.execute(`update work.cycle set due_on = (now() at time zone (select time_zone from work.area limit 1))::date
    where year = 2025`);
});
afterAll(() => test.stop());

describe('two processes with one database', () => {
  it('send each mail once, and a restart sends none of them again', async () => {
    const sent: Message[] = [];
    let arrived: () => void = () => undefined;
    const all = new Promise<void>((resolve, reject) => {
      arrived = resolve;
      setTimeout(() => reject(new Error(`Only ${sent.length} mails were sent.`)), 15_000).unref();
    });
    const transport: Transport = {
      send: (message) => {
        sent.push(message);
        if (new Set(sent.map(({ messageId }) => messageId)).size === 3) arrived();
        return Promise.resolve();
      },
      close: () => undefined,
    };
    const start = async () => {
      const boss = await startJobs(database.url);
      await startMailWorker({
        boss,
        planner: test.app.get(PlannerService, { strict: false }),
        delivery: test.app.get(DeliveryService, { strict: false }),
        transport,
        print: null,
      });
      return boss;
    };
    const workers = [await start(), await start()];
    try {
      await all;
    } finally {
      await Promise.all(workers.map(stopJobs));
    }
    await stopJobs(await start());
    expect(sent).toHaveLength(3);
  });
});
