import { existsSync } from 'node:fs';
import { type MessagePort, parentPort } from 'node:worker_threads';
import type { Job } from '../features/releases/disclosure/plan.worker.ts';

/** How a test wants a plan to go. */
export interface HeldFacts {
  /** The thread is busy, and hears nothing, until this file is there. */
  until?: string;
  breaksDown?: boolean;
  /** Arrays without end. */
  grows?: boolean;
  /** 80 MB that the thread keeps. */
  hoards?: boolean;
  /** So much of the processor. */
  busyMs?: number;
  /** Says something more, so long after its answer. */
  lateMs?: number;
  /** Breaks down, or just ends, so long after its answer. */
  breaksDownMs?: number;
  endsMs?: number;
}

let planned = 0;
const hoard: unknown[] = [];

/** Answers how many plans this thread has made. */
function plan({ facts }: Job): number {
  const { until, breaksDown, grows, hoards, busyMs = 0 } = JSON.parse(facts) as HeldFacts;
  const clock = new Int32Array(new SharedArrayBuffer(4));
  while (until !== undefined && !existsSync(until)) Atomics.wait(clock, 0, 0, 5);
  const before = process.threadCpuUsage();
  while (process.threadCpuUsage(before).user < busyMs * 1000);
  if (hoards) hoard.push(new Array(10_000_000).fill(0));
  if (breaksDown) throw new Error('broken down');
  for (const kept: unknown[] = []; grows;) kept.push(new Array(100_000).fill(kept.length));
  return (planned += 1);
}

function after(ms: number | undefined, act: () => void): void {
  if (ms !== undefined) setTimeout(act, ms);
}

parentPort?.on('message', (port: MessagePort) =>
  port.on('message', (job: Job) => {
    port.postMessage({ plan: plan(job) });
    const { lateMs, breaksDownMs, endsMs } = JSON.parse(job.facts) as HeldFacts;
    after(lateMs, () => port.postMessage({ plan: 'late' }));
    after(breaksDownMs, () => {
      throw new Error('broken down late');
    });
    after(endsMs, () => process.exit());
  }),
);
