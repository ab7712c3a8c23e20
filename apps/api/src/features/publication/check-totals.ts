import { END, runThread } from '../../threads/run-thread.ts';
import type { ReleasedTotals } from './quality-rows.ts';
import { ruleHits } from './rule-hits.ts';
import type { WorkerAnswer } from './rule-hits.worker.ts';

/** So many are checked sooner than a thread starts; more would block other requests. */
const WITHOUT_THREAD = 1000;

/** A release waits for it in its transaction; one of ten thousand totals takes seconds. */
const LIMITS = {
  timeoutMs: 50_000,
  memory: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 },
};
const SCRIPT = new URL('./rule-hits.worker', import.meta.url);

let last: Promise<unknown> = Promise.resolve();

/** What the rules say of the totals of a release; of many in a thread of their own, one release at a time. */
export async function checkTotals(totals: ReleasedTotals, withoutThread = WITHOUT_THREAD) {
  if (totals.values.length <= withoutThread) return ruleHits(totals);
  const checked = last.then(() => inThread(totals));
  last = checked.catch(() => undefined);
  return checked;
}

async function inThread(data: ReleasedTotals): Promise<WorkerAnswer> {
  let hits: WorkerAnswer = [];
  await runThread<WorkerAnswer>({ script: SCRIPT, data, ...LIMITS }, (answer) => {
    hits = answer;
    return Promise.resolve(END);
  });
  return hits;
}
