import { parentPort } from 'node:worker_threads';
import { planWithdrawal } from '@qadam/domain';
import { planBeside } from './plan-beside.ts';
import { planTables } from './plan-tables.ts';

/** What is planned in the thread: functions of plain data, by name. */
const WORK = { tables: planTables, beside: planBeside, withdrawal: planWithdrawal };

export type Work = typeof WORK;
export type WorkName = keyof Work;
export interface Job {
  name: WorkName;
  /** The facts as JSON; the text identifies their plan. */
  facts: string;
}

function plan({ name, facts }: Job): unknown {
  const work = WORK[name] as (facts: unknown) => unknown;
  return work(JSON.parse(facts));
}

/** The first message asks for a job; each later one brings the plan of the last job and asks for the next. */
if (parentPort) {
  const port = parentPort;
  port.on('message', (job: Job) => port.postMessage({ plan: plan(job) }));
  port.postMessage({ plan: null });
}
