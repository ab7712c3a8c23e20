import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mock } from 'node:test';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { log } from '../../../http/log.ts';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';
import type { HeldFacts } from '../../../testing/held-planner.thread.ts';
import { Threads } from '../../../threads/threads.ts';
import { type Outcome, Planner, Plans } from './planner.ts';

/** Longer than a thread needs even on a busy machine; tests of the limit move the clock. */
const TIMEOUT_MS = 60_000;

/** A planner whose thread behaves as the facts tell it to. */
class HeldPlanner extends Planner {
  protected override readonly threads = new Threads(
    new URL('../../../testing/held-planner.thread', import.meta.url),
    { maxOldGenerationSizeMb: 32 },
  );
  protected override readonly timeoutMs = TIMEOUT_MS;
}

/** Plans everything at once, without a thread. */
class QuickPlanner extends Planner {
  override plan(): Promise<Outcome<unknown>> {
    return Promise.resolve({ plan: 1 });
  }
}

const ask = (plans: Plans, facts: HeldFacts & { name?: string }) =>
  plans.find('tables', facts as never);

describe('the planner', () => {
  let test: TestApp;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'qadam-planner-'));
    test = await startTestApp();
  }, 60_000);
  afterAll(async () => {
    await test.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('leaves the server free for readers while its thread is busy', async () => {
    const planner = new HeldPlanner();
    const plans = new Plans(planner);
    const until = path.join(folder, 'read');
    const facts = { until };
    ask(plans, facts);
    const { data } = await test.publicQuery('{ __typename }');
    expect(data).toEqual({ __typename: 'Query' });
    expect(planner.progress()).toEqual({ planned: 0, tables: 1 });
    writeFileSync(until, '');
    await plans.settled();
    expect(ask(plans, facts)).toEqual({ plan: 1 });
    expect(planner.progress()).toBeNull();
  });

  it('plans once for two who ask for the same, and again for other facts', async () => {
    const planner = new HeldPlanner();
    const [one, two] = [new Plans(planner), new Plans(planner)];
    for (const plans of [one, two]) ask(plans, { name: 'same' });
    ask(two, { name: 'other' });
    await Promise.all([one.settled(), two.settled()]);
    expect([one, two].map((plans) => ask(plans, { name: 'same' }))).toEqual([
      { plan: 1 },
      { plan: 1 },
    ]);
    expect(ask(two, { name: 'other' })).toEqual({ plan: 2 });
  });

  it('remembers a plan for the next who asks', async () => {
    const planner = new HeldPlanner();
    const first = new Plans(planner);
    ask(first, {});
    await first.settled();
    expect(ask(new Plans(planner), {})).toEqual({ plan: 1 });
  });

  it.each([{ breaksDown: true }, { grows: true }])(
    'says what could not be planned (%j), plans the rest, and tries again when asked again',
    async (facts) => {
      const planner = new HeldPlanner();
      const plans = new Plans(planner);
      ask(plans, facts);
      ask(plans, { name: 'rest' });
      await plans.settled();
      expect(ask(plans, facts)).toBe('FAILED');
      expect(ask(plans, { name: 'rest' })).toEqual({ plan: 1 });
      const again = new Plans(planner);
      expect(ask(again, facts)).toBeNull();
      await again.settled();
    },
    60_000,
  );

  it('waits for each plan as long, however many went before it in the queue', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const planner = new HeldPlanner();
      const held = ['first', 'second', 'third'].map((name) => {
        const until = path.join(folder, name);
        const outcome = planner.plan(name, { name: 'tables', facts: JSON.stringify({ until }) });
        return { outcome, release: () => writeFileSync(until, '') };
      });
      for (const { outcome, release } of held.slice(0, 2)) {
        mock.timers.tick(0.6 * TIMEOUT_MS);
        release();
        expect(await outcome).toMatchObject({ plan: expect.any(Number) });
      }
      mock.timers.tick(TIMEOUT_MS);
      expect(await held[2]?.outcome).toBe('FAILED');
    } finally {
      mock.timers.reset();
    }
  });

  it('logs that a plan failed without what the error says, which may quote the facts', async () => {
    const logged = jest.spyOn(log, 'error');
    try {
      const plans = new Plans(new HeldPlanner());
      ask(plans, { breaksDown: true });
      await plans.settled();
      expect(logged.mock.calls).toEqual([[{ kind: 'Error', work: 'tables' }, 'planning failed']]);
    } finally {
      logged.mockRestore();
    }
  });

  it('runs an answer again when all that it lacked is planned', async () => {
    const turns: unknown[] = [];
    const answer = await new QuickPlanner().attempt((plans) => {
      const found = ask(plans, {});
      turns.push(found);
      plans.demand();
      return Promise.resolve(found);
    });
    expect(turns).toEqual([null, { plan: 1 }]);
    expect(answer).toEqual({ plan: 1 });
  });

  it('decides in the same attempt where all that it lacks is planned in a moment', async () => {
    let attempts = 0;
    const decided = await new QuickPlanner().attempt((plans) => {
      attempts += 1;
      return plans.soon(() => Promise.resolve(ask(plans, {})));
    });
    expect([decided, attempts]).toEqual([{ plan: 1 }, 1]);
  });

  it('ends the attempt where the facts have changed in that moment, and plans them', async () => {
    let turn = 0;
    const decided = await new QuickPlanner().attempt((plans) =>
      plans.soon(() => {
        turn += 1;
        return Promise.resolve([turn, ask(plans, { name: turn < 2 ? 'before' : 'since' })]);
      }),
    );
    expect(decided).toEqual([3, { plan: 1 }]);
  });

  it('decides with what could not be planned in that moment, too', async () => {
    const decided = await new HeldPlanner().attempt((plans) =>
      plans.soon(() => Promise.resolve(ask(plans, { breaksDown: true }))),
    );
    expect(decided).toBe('FAILED');
  });

  it('ends the attempt, and what it holds, where a plan takes longer, and decides when it is there', async () => {
    const until = path.join(folder, 'longer');
    const ended: unknown[] = [];
    const decided = new HeldPlanner().attempt(async (plans) => {
      try {
        return await plans.soon(() => Promise.resolve(ask(plans, { until })));
      } finally {
        ended.push(existsSync(until));
        writeFileSync(until, '');
      }
    });
    expect(await decided).toEqual({ plan: 1 });
    expect(ended).toEqual([false, true]);
  });

  it('gives up on facts that change faster than they are planned', async () => {
    let turn = 0;
    const never = new QuickPlanner().attempt((plans) => {
      ask(plans, { name: String((turn += 1)) });
      plans.demand();
      return Promise.resolve('never');
    });
    await expect(never).rejects.toMatchObject({ extensions: { code: 'CONFLICT' } });
  });
});
