import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { db } from '../database/db.ts';
import { verifyChain } from '../features/audit/chain.ts';
import { contentHash, contentHashByEarlierVersion } from '../features/releases/content-hash.ts';
import { Withdrawal } from '../features/releases/withdrawals/withdrawal.entity.ts';
import { CommandFailed } from './usage.ts';

/** Checks that the audit chain is whole, that every release still holds what was hashed, and that its printed audit head is in the chain. */
export async function checkCommand(orm: MikroORM): Promise<void> {
  const em = orm.em.fork() as EntityManager;
  const problems: string[] = [];
  const verdict = await verifyChain(em);
  if (!verdict.ok) problems.push(`The audit chain is broken at event ${String(verdict.brokenAt)}.`);
  const releases = await db(em)
    .selectFrom('publication.release as r')
    .select((eb) => [
      'r.sequence',
      'r.number',
      'r.content_hash as hash',
      eb
        .exists(eb.selectFrom('work.audit_event as e').whereRef('e.hash', '=', 'r.audit_head'))
        .as('known'),
    ])
    .orderBy('r.sequence')
    .execute();
  for (const { sequence, number, hash, known } of releases) {
    if (!(await holds(em, sequence, hash)))
      problems.push(`Release ${number} does not hold what its hash says.`);
    if (!known) problems.push(`The audit head printed in release ${number} is not in the chain.`);
  }
  if (problems.length > 0) throw new CommandFailed(problems.join('\n'));
  const withdrawn = await em.count(Withdrawal, { state: 'CONFIRMED' });
  if (withdrawn > 0) console.log(`Withdrawn for safety, on record: ${String(withdrawn)} values.`);
  const events = verdict.ok ? verdict.events : 0;
  console.log(
    `${String(events)} audit events and ${String(releases.length)} releases are as they were written.`,
  );
}

async function holds(em: EntityManager, sequence: number, hash: string): Promise<boolean> {
  if ((await contentHash(em, sequence)) === hash) return true;
  return (await contentHashByEarlierVersion(em, sequence)) === hash;
}
