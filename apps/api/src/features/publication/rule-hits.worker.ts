import { parentPort } from 'node:worker_threads';
import type { ReleasedTotals } from './quality-rows.ts';
import { ruleHits } from './rule-hits.ts';

export type WorkerAnswer = ReturnType<typeof ruleHits>;

parentPort?.on('message', (totals: ReleasedTotals) => parentPort?.postMessage(ruleHits(totals)));
