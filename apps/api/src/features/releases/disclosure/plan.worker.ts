import { type MessagePort, parentPort } from 'node:worker_threads';
import { auditReleases, planWithdrawal, type WithdrawalInput } from '@qadam/domain';
import { planTables } from './plan-tables.ts';

/** The table of an indicator that is not sensitive, with the candidate as its last release; `gone`: cells that are hidden in it already. */
interface WithdrawnTable {
  table: WithdrawalInput;
  gone: readonly string[];
}

/** What the candidate hides so that no withdrawn figure is given away; null if hiding less than everything does not help. */
function planWithWithdrawn({ table, gone }: WithdrawnTable): string[] | null {
  const hidden = [...gone, ...planWithdrawal(table).cover];
  const releases = table.releases.map((release, i) =>
    i === table.releases.length - 1 ? { ...release, hidden } : release,
  );
  return auditReleases({ ...table, releases }).safe ? hidden : null;
}

/** The functions that run in the thread, by name. They take and return plain data. */
const WORK = { tables: planTables, beside: planWithWithdrawn, withdrawal: planWithdrawal };

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

parentPort?.on('message', (port: MessagePort) =>
  port.on('message', (job: Job) => port.postMessage({ plan: plan(job) })),
);
