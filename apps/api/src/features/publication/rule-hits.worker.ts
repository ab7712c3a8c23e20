import { parentPort, workerData } from 'node:worker_threads';
import { ruleHits, type ReleasedTotals } from './rule-hits.ts';

export type WorkerAnswer = ReturnType<typeof ruleHits>;

parentPort?.postMessage(ruleHits(workerData as ReleasedTotals));
