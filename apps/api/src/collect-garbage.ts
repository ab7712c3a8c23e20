import { Session } from 'node:inspector/promises';
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';

const EVERY_MS = 60_000;
/** The server counts as idle if it was busy for less than this part of a minute. */
const IDLE = 0.05;
/** How much the heap must have grown since the last collection. */
const GROWN = 1.3;

/** How much the old heap may grow, in percent of what was in use after its last collection. */
const GROWTH = 25;

/**
 * V8 lets the old heap of a busy process grow to several times what is in use before it collects. What is made while large files are written is
 * garbage soon, so it is collected sooner: for the whole process and its threads, from now on (docs/decisions/0111).
 */
export function collectSooner(): void {
  setFlagsFromString(`--heap-growing-percent=${String(GROWTH)}`);
}

export async function collectGarbage(): Promise<void> {
  const session = new Session();
  session.connect();
  await session.post('HeapProfiler.collectGarbage');
  session.disconnect();
}

/**
 * V8 collects garbage only when memory is allocated: an idle server would keep what its start or the last busy hour left.
 * A collection takes 0.2 s, so it runs while the server is idle.
 */
export async function collectWhenIdle(): Promise<void> {
  await collectGarbage();
  let kept = process.memoryUsage().heapTotal;
  let before = performance.eventLoopUtilization();
  setInterval(() => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    if (utilization > IDLE || process.memoryUsage().heapTotal < kept * GROWN) return;
    void collectGarbage().then(() => {
      kept = process.memoryUsage().heapTotal;
    });
  }, EVERY_MS).unref();
}
