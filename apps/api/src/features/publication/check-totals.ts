import { setImmediate as nextTurn } from 'node:timers/promises';
import { END, Threads } from '../../threads/threads.ts';
import type { ReleasedTotals } from './quality-rows.ts';
import type { ValueHits } from './release.entity.ts';
import { ruleHits } from './rule-hits.ts';
import type { WorkerAnswer } from './rule-hits.worker.ts';

/** Up to this many totals are checked faster than a thread starts. */
const WITHOUT_THREAD = 1000;

/** Publishing a release waits for the check in its transaction; ten thousand totals take seconds. */
const TIMEOUT_MS = 50_000;
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };
const THREADS = new Threads(new URL('./rule-hits.worker', import.meta.url), MEMORY);

let last: Promise<unknown> = Promise.resolve();

/** The rule hits of the totals of a release. If there are many, they are checked in a thread, one release at a time. */
export async function checkTotals(totals: ReleasedTotals, withoutThread = WITHOUT_THREAD) {
  if (totals.values.length <= withoutThread) return inTurns(totals);
  const checked = last.then(() => inThread(totals));
  last = checked.catch(() => undefined);
  return checked;
}

/** Checks one indicator after another, so that other requests have their turn in between. */
async function inTurns({ indicators, values, ...rest }: ReleasedTotals): Promise<ValueHits[]> {
  const byIndicator = Map.groupBy(values, ({ indicator }) => indicator);
  const hits: ValueHits[] = [];
  for (const indicator of indicators) {
    const own = byIndicator.get(indicator.code);
    if (own === undefined) continue;
    hits.push(...ruleHits({ ...rest, indicators: [indicator], values: own }));
    await nextTurn();
  }
  return hits;
}

async function inThread(data: ReleasedTotals): Promise<WorkerAnswer> {
  let hits: WorkerAnswer = [];
  await THREADS.run<WorkerAnswer>({ data, timeoutMs: TIMEOUT_MS }, (answer) => {
    hits = answer;
    return Promise.resolve(END);
  });
  return hits;
}
