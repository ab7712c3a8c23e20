import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { log } from '../http/log.ts';
import { startBareDatabase, type TestDatabase } from '../testing/database.ts';
import { schedule, startJobs, stopJobs, workOn } from './jobs.ts';
import { query } from './query.fixture.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startBareDatabase();
});
afterAll(() => database.stop());
afterEach(() => {
  jest.restoreAllMocks();
});

describe('a job that fails', () => {
  it('keeps the code of its error only, which the log says when it is given up', async () => {
    const logged = jest.spyOn(log, 'error').mockImplementation(() => undefined);
    const refused = Object.assign(new Error('no mailbox of a@example.org'), {
      code: 'EENVELOPE',
      rejected: ['a@example.org'],
    });
    const boss = await startJobs(database.url);
    await boss.createQueue('send', { retryLimit: 0 });
    await workOn(boss, 'send', () => Promise.reject(refused));
    await schedule(boss, 'plan', 'EVERY_NIGHT', { expireInSeconds: 60 }, () =>
      Promise.reject(refused),
    );
    await boss.send('send', { id: 'one' });
    try {
      while ((await failed()).length < 2) await setTimeout(200);
    } finally {
      await stopJobs(boss);
    }
    for (const { output } of await failed()) {
      expect(output).toContain('EENVELOPE');
      expect(output).not.toContain('a@example');
    }
    expect(logged.mock.calls.map((call) => call[1])).toContain('send was given up');
  }, 60_000);
});

const failed = () =>
  query<{ output: string }[]>(
    database.url,
    `select output::text as output from pgboss.job where state = 'failed' and name in ('send', 'plan')`,
  );
