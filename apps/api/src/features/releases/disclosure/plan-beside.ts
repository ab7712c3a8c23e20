import { auditReleases, planWithdrawal, type WithdrawalInput } from '@qadam/domain';

/** The table of an indicator that is not sensitive, its candidate last, with what is hidden of it already. */
export interface BesideFacts {
  table: WithdrawalInput;
  gone: readonly string[];
}

/** What the candidate hides so that nothing withdrawn is given away; null where nothing less than all of it helps. */
export function planBeside({ table, gone }: BesideFacts): string[] | null {
  const hidden = [...gone, ...planWithdrawal(table).cover];
  const releases = table.releases.map((release, i) =>
    i === table.releases.length - 1 ? { ...release, hidden } : release,
  );
  return auditReleases({ ...table, releases }).safe ? hidden : null;
}
