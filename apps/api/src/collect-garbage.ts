import { Session } from 'node:inspector/promises';
import { performance } from 'node:perf_hooks';

const EVERY_MS = 60_000;
/** The part of a minute in which the server did anything. */
const IDLE = 0.05;
/** Against what was kept the last time. */
const GROWN = 1.3;

export async function collectGarbage(): Promise<void> {
  const session = new Session();
  session.connect();
  await session.post('HeapProfiler.collectGarbage');
  session.disconnect();
}

/**
 * V8 looks for what nobody needs only when memory is asked for: a server that rests would go on holding twice what it needs,
 * from its start or from the last busy hour. It takes 0.2 s, so it is done while nothing is asked.
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
