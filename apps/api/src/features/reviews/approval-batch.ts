import type { EntityManager } from '@mikro-orm/postgresql';
import { instant, person } from '../../database/sql-text.ts';
import type { ApprovalBatch } from './review-queue.type.ts';

/** How long what was accepted together can be taken back together, by the clock of the database. */
const UNDO_WINDOW = `interval '10 minutes'`;

/** The approval that stands: nobody decided anything about the value since. */
const STANDING = `v.decision = 'APPROVED' and o.state = 'APPROVED' and o.current_revision = v.revision
  and not exists (select 1 from work.review w where w.observation = v.observation and w.created_at > v.created_at)`;

/** What can be undone in one press now: of an area, or of all. */
export async function undoableBatches(
  em: EntityManager,
  area: string | null,
): Promise<ApprovalBatch[]> {
  return em.execute<ApprovalBatch[]>(
    `select v.batch, count(*)::int as values, ${instant(`(min(v.created_at) + ${UNDO_WINDOW})`)} as "undoableUntil",
       (array_agg(${person('u')}))[1] as reviewer
     from work.review v join work.observation o on o.id = v.observation join work.user_account u on u.id = v.reviewer
     where v.batch is not null and v.created_at > now() - ${UNDO_WINDOW} and ${STANDING}
       and (?::text is null or o.area = ?)
     group by v.batch having count(*) > 1 order by min(v.created_at) desc`,
    [area, area],
  );
}

export interface BatchToUndo {
  /** Approvals of the batch that still stand. */
  standing: string[];
  released: number;
  late: boolean;
}

/** Null where there is no such batch. */
export async function batchToUndo(em: EntityManager, batch: string): Promise<BatchToUndo | null> {
  const [found] = await em.execute<(BatchToUndo & { size: number })[]>(
    `select count(*)::int as size, count(*) filter (where o.published_revision = v.revision)::int as released,
       coalesce(min(v.created_at) <= now() - ${UNDO_WINDOW}, false) as late,
       coalesce(jsonb_agg(o.id order by o.id) filter (where ${STANDING}), '[]') as standing
     from work.review v join work.observation o on o.id = v.observation where v.batch = ?`,
    [batch],
  );
  return found === undefined || found.size === 0 ? null : found;
}
