import { type MessagePort, parentPort } from 'node:worker_threads';
import type { ReleasedTotals } from './quality-rows.ts';
import { ruleHits } from './rule-hits.ts';

export type WorkerAnswer = ReturnType<typeof ruleHits>;

parentPort?.on('message', (port: MessagePort) =>
  port.on('message', (totals: ReleasedTotals) => port.postMessage(ruleHits(totals))),
);
