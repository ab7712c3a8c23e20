import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { AuditService } from '../features/audit/audit.service.ts';
import { contentHash } from '../features/releases/content-hash.ts';
import { CommandFailed } from './usage.ts';

/** Is the audit chain whole, does every release still hold what was hashed, and is its printed audit head in the chain? */
export async function checkCommand(orm: MikroORM): Promise<void> {
  const em = orm.em.fork() as EntityManager;
  const problems: string[] = [];
  const verdict = await new AuditService().verify(em);
  if (!verdict.ok) problems.push(`The audit chain is broken at event ${String(verdict.brokenAt)}.`);
  const releases = await em.execute<
    { sequence: number; number: string; hash: string; known: boolean }[]
  >(
    `select sequence, number, content_hash as hash, exists (select 1 from work.audit_event e where e.hash = r.audit_head) as known
     from publication.release r order by sequence`,
  );
  for (const { sequence, number, hash, known } of releases) {
    if ((await contentHash(em, sequence)) !== hash)
      problems.push(`Release ${number} does not hold what its hash says.`);
    if (!known) problems.push(`The audit head printed in release ${number} is not in the chain.`);
  }
  if (problems.length > 0) throw new CommandFailed(problems.join('\n'));
  const [withdrawn] = await em.execute<{ cells: number }[]>(
    `select count(*)::int as cells from work.withdrawal where state = 'CONFIRMED'`,
  );
  if (withdrawn && withdrawn.cells > 0)
    console.log(`Withdrawn for safety, on record: ${String(withdrawn.cells)} values.`);
  const events = verdict.ok ? verdict.events : 0;
  console.log(
    `${String(events)} audit events and ${String(releases.length)} releases are as they were written.`,
  );
}
