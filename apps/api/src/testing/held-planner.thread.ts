import { existsSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
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

if (parentPort) {
  const port = parentPort;
  port.on('message', (job: Job) => port.postMessage({ plan: plan(job) }));
}
