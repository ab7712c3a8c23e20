import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { schedule, startJobs, stopJobs } from '../../database/jobs.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'framework' });
}, 60_000);
afterAll(() => test.stop());

describe('the clock of releases', () => {
  it('looks again after a failure, never twice at once, and stops after the look under way', async () => {
    let running = 0;
    let looks = 0;
    const second = Promise.withResolvers<undefined>();
    const boss = await startJobs(String(test.orm.config.get('clientUrl')));
    // each process that starts runs it once, then the clock does
    await schedule(boss, 'release-publish', 'EVERY_MINUTE', { expireInSeconds: 60 }, async () => {
      running += 1;
      looks += 1;
      expect(running).toBe(1);
      await setTimeout(15);
      running -= 1;
      if (looks === 2) second.resolve(undefined);
      if (looks === 1) throw new Error('The database was away.');
    });
    await boss.send('release-publish');
    await second.promise;
    await stopJobs(boss);
    expect(running).toBe(0);
    const before = looks;
    await setTimeout(30);
    expect(looks).toBe(before);
  });
});
