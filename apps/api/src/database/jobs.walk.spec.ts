import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { describeFailure, log } from '../http/log.ts';
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
  it('keeps the code of its error only; the log says where it happened, and nobody’s address', async () => {
    const logged = jest.spyOn(log, 'error').mockImplementation(() => undefined);
    const refused = Object.assign(new TypeError('no mailbox\n    at a@example.org'), {
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
    const told = new Map(logged.mock.calls.map(([error, text]) => [text, error]));
    for (const text of ['send was given up', 'plan failed; tried again at its next time']) {
      const { failure } = told.get(text) as { failure: unknown };
      expect(describeFailure(failure)).toMatchObject({
        ...{ type: 'TypeError', code: 'EENVELOPE' },
        stack: expect.stringContaining('jobs.walk.spec.ts'),
      });
      expect(JSON.stringify(describeFailure(failure))).not.toContain('a@example');
    }
  }, 60_000);
});

const failed = () =>
  query<{ output: string }[]>(
    database.url,
    `select output::text as output from pgboss.job where state = 'failed' and name in ('send', 'plan')`,
  );
