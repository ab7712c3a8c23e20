import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { AsyncLocalStorage } from 'node:async_hooks';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mock } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { HeldFacts } from '../testing/held-planner.thread.ts';
import { END, type Job, ThreadLimit, Threads } from './threads.ts';

describe('a thread', () => {
  const scripted = new URL('../testing/held-planner.thread', import.meta.url);
  const made = (maxOldGenerationSizeMb = 32) => new Threads(scripted, { maxOldGenerationSizeMb });
  /** Runs a job and returns how many jobs the thread has done. */
  async function run(threads: Threads, facts: HeldFacts = {}, limits: Partial<Job> = {}) {
    let done: unknown;
    const data = { facts: JSON.stringify(facts) };
    await threads.run<{ plan: number }>({ data, timeoutMs: 60_000, ...limits }, ({ plan }) => {
      done = plan;
      return Promise.resolve(END);
    });
    return done;
  }
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('takes one job after the other, two at a time in two threads, of which one is kept', async () => {
    const threads = made();
    expect(await run(threads)).toBe(1);
    expect(await Promise.all([run(threads), run(threads)])).toEqual([2, 1]);
    const [kept, other] = await Promise.all([run(threads), run(threads)]);
    expect(kept).toBeGreaterThan(1);
    expect(other).toBe(1);
  });

  it('is listened to as whoever asked for the job, not as who started it', async () => {
    const who = new AsyncLocalStorage<string>();
    const threads = made();
    const listeners: unknown[] = [];
    const job = { data: { facts: '{}' }, timeoutMs: 60_000 };
    const take = () => {
      listeners.push(who.getStore());
      return Promise.resolve(END);
    };
    for (const one of ['Osh', 'Batken']) await who.run(one, () => threads.run(job, take));
    expect(listeners).toEqual(['Osh', 'Batken']);
  });

  it('ends after a job that failed, whoever failed', async () => {
    const threads = made();
    await expect(run(threads, { breaksDown: true })).rejects.toThrow('broken down');
    expect(await run(threads)).toBe(1);
    const refuse = () => Promise.reject(new Error('refused'));
    const job = { data: { facts: '{}' }, timeoutMs: 60_000 };
    await expect(threads.run(job, refuse)).rejects.toThrow('refused');
    expect(await run(threads)).toBe(1);
    await expect(run(threads, { grows: true })).rejects.toThrow(ThreadLimit);
    expect(await run(threads)).toBe(1);
  });

  it('may take as much of the processor and as long for each job, and ends after one that takes more', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'qadam-threads-'));
    const until = path.join(folder, 'over');
    const threads = made();
    try {
      await run(threads, { busyMs: 200 });
      const held = run(threads, { until }, { processorMs: 150 });
      await setTimeout(600);
      writeFileSync(until, '');
      expect(await held).toBe(2);
    } finally {
      rmSync(folder, { recursive: true });
    }
    const endless = { busyMs: 60_000 };
    await expect(run(threads, endless, { processorMs: 1 })).rejects.toThrow(ThreadLimit);
    expect(await run(threads)).toBe(1);
    await expect(run(threads, endless, { timeoutMs: 1 })).rejects.toThrow(ThreadLimit);
    expect(await run(threads)).toBe(1);
  });

  it('is not kept where it ends while it is asked how it is', async () => {
    const threads = made();
    const state = jest.spyOn(Worker.prototype, 'getHeapStatistics');
    state.mockImplementationOnce(async function whenEnded(this: Worker) {
      await once(this, 'exit');
      return { total_heap_size: 0, external_memory: 0 } as never;
    });
    await run(threads, { endsMs: 0 });
    // at once, not only when its time has run out
    const held = setTimeout(10_000, 'held', { ref: false });
    expect(await Promise.race([run(threads), held])).toBe(1);
  });

  it.each(['endsMs', 'breaksDownMs', 'lateMs'])(
    'leaves nothing to the next job of what comes late of one (%s)',
    async (how) => {
      const threads = made();
      for (let i = 0; i < 9; i++) {
        await run(threads, { [how]: i % 3 });
        expect(await run(threads, {}, { timeoutMs: 5000 })).toEqual(expect.any(Number));
      }
    },
    20_000,
  );

  it('that fails before it says anything of a job leaves it to another, once', async () => {
    const threads = made();
    await run(threads);
    await expect(run(threads, { breaksDown: true })).rejects.toThrow('broken down');
    const started = jest.spyOn(Worker.prototype, 'terminate').mock.contexts;
    await run(threads);
    await expect(run(threads, { breaksDown: true })).rejects.toThrow('broken down');
    expect(new Set(started).size).toBe(2);
  });

  it('gets no answer of a job that is over, and nothing more of it is taken', async () => {
    const threads = made();
    const taken: unknown[] = [];
    const job = { data: { facts: '{"lateMs":0}' }, timeoutMs: 60_000 };
    await threads.run<{ plan: unknown }>(job, async ({ plan }) => {
      taken.push(plan);
      // by now the late message has arrived
      await setTimeout(50);
      return taken.length === 1 ? END : { facts: '{"breaksDown":true}' };
    });
    expect(await run(threads)).toBe(2);
    await setTimeout(100);
    expect(taken).toEqual([1]);
  });

  it('is not kept where its memory has grown', async () => {
    const threads = made(256);
    expect(await run(threads, { hoards: true })).toBe(1);
    expect(await run(threads)).toBe(1);
  });

  it('ends after a while without a job, which keeps no process from ending', async () => {
    const holding = () =>
      process.getActiveResourcesInfo().filter((one) => /Worker|MessagePort/.test(one)).length;
    const before = holding();
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const asked = jest.spyOn(Worker.prototype, 'postMessage').mock.contexts;
      const ended = jest.spyOn(Worker.prototype, 'terminate').mock.contexts;
      const threads = made();
      const first = run(threads);
      expect(holding()).toBeGreaterThan(before);
      await first;
      expect(holding()).toBe(before);
      // the timer of the previous job no longer counts
      mock.timers.tick(9000);
      expect(await run(threads)).toBe(2);
      mock.timers.tick(9000);
      expect(ended).not.toContain(asked[0]);
      mock.timers.tick(1000);
      expect(ended).toContain(asked[0]);
      expect(await run(threads)).toBe(1);
    } finally {
      mock.timers.reset();
    }
  });
});
