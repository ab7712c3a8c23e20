import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { ruleHits, type ReleasedTotals } from './rule-hits.ts';
import type { WorkerAnswer } from './rule-hits.worker.ts';

/** So many are checked before a thread has started; more would hold up everybody else. */
const WITHOUT_THREAD = 1000;

// started as it is written: .ts from the sources, .js from the build
const script = `./rule-hits.worker${path.extname(import.meta.filename)}`;

let last: Promise<unknown> = Promise.resolve();

/** What the rules say of the totals of a release; of many in a thread of their own, one release at a time. */
export async function checkTotals(
  totals: ReleasedTotals,
  withoutThread = WITHOUT_THREAD,
): Promise<WorkerAnswer> {
  if (totals.values.length <= withoutThread) return ruleHits(totals);
  const checked = last.then(() => inThread(totals));
  last = checked.catch(() => undefined);
  return checked;
}

function inThread(workerData: ReleasedTotals): Promise<WorkerAnswer> {
  const worker = new Worker(new URL(script, import.meta.url), {
    workerData,
    // as the build does without: the workspace's packages by their sources where the api runs from its own
    execArgv: script.endsWith('.ts')
      ? ['--conditions=@qadam/source', '--disable-warning=ExperimentalWarning']
      : [],
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
    worker.once('exit', () => {
      reject(new Error('the checking thread ended early'));
    });
  });
}
