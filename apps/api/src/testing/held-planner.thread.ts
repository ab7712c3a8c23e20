import { existsSync } from 'node:fs';
import { type MessagePort, parentPort } from 'node:worker_threads';
import type { Job } from '../features/releases/disclosure/plan.worker.ts';

/** How the thread is to behave with a plan. */
export interface HeldFacts {
  /** The thread is busy and receives no messages until this file exists. */
  until?: string;
  breaksDown?: boolean;
  /** Fills memory without end. */
  grows?: boolean;
  /** Keeps 80 MB. */
  hoards?: boolean;
  /** How much processor time it uses. */
  busyMs?: number;
  /** Sends something more, this long after its answer. */
  lateMs?: number;
  /** Breaks down, or just ends, this long after its answer. */
  breaksDownMs?: number;
  endsMs?: number;
}

let planned = 0;
const hoard: unknown[] = [];

/** Returns how many plans this thread has made. */
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
