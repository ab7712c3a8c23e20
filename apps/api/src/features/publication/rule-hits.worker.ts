import { parentPort, workerData } from 'node:worker_threads';
import { ruleHits, type ReleasedTotals } from './rule-hits.ts';

parentPort?.postMessage(ruleHits(workerData as ReleasedTotals));
