import { Session } from 'node:inspector/promises';
import { performance } from 'node:perf_hooks';

const EVERY_MS = 60_000;
/** The server counts as idle if it was busy for less than this part of a minute. */
const IDLE = 0.05;
/** How much the heap must have grown since the last collection. */
const GROWN = 1.3;

export async function collectGarbage(): Promise<void> {
  const session = new Session();
  session.connect();
  await session.post('HeapProfiler.collectGarbage');
  session.disconnect();
}

/**
 * V8 collects garbage only when memory is allocated: an idle server would keep twice the memory it needs, from its start or from the last busy hour.
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
