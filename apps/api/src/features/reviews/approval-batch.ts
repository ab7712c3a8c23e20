import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { db } from '../../database/db.ts';
import { inAreas, person } from '../../database/expressions.ts';
import type { ApprovalBatch } from './review.type.ts';

/** How long approvals that were given together can be undone together, by the clock of the database. */
const UNDO_WINDOW = sql<Date>`interval '10 minutes'`;

/** Does the approval `v` still stand: is its revision the current one, and was nothing decided about the value since? */
const STANDING = sql<boolean>`(v.decision = 'APPROVED' and o.state = 'APPROVED' and o.current_revision = v.revision
  and not exists (select from work.review w where w.observation = v.observation and w.created_at > v.created_at))`;

const approvals = (em: EntityManager) =>
  db(em).selectFrom('work.review as v').innerJoin('work.observation as o', 'o.id', 'v.observation');

/** The batches that can be undone in one press now: those whose values all lie in these areas; null: in any. */
export async function undoableBatches(
  em: EntityManager,
  areas: readonly string[] | null,
): Promise<ApprovalBatch[]> {
  const batches = await approvals(em)
    .innerJoin('work.user_account as u', 'u.id', 'v.reviewer')
    .select(({ fn }) => [
      'v.batch',
      fn.countAll<number>().filterWhere(STANDING).as('values'),
      sql<Date>`min(v.created_at) + ${UNDO_WINDOW}`.as('undoableUntil'),
      sql<ApprovalBatch['reviewer']>`(array_agg(${person('u')}))[1]`.as('reviewer'),
    ])
    .where('v.batch', 'is not', null)
    .$narrowType<{ batch: string }>()
    .where('v.created_at', '>', sql<Date>`now() - ${UNDO_WINDOW}`)
    .groupBy('v.batch')
    .having(sql<boolean>`count(*) filter (where ${STANDING}) > 1`)
    .having(sql<boolean>`bool_and(${inAreas('o.area', areas)})`)
    .orderBy(sql`min(v.created_at)`, 'desc')
    .execute();
  return batches.map((batch) => ({ ...batch, undoableUntil: batch.undoableUntil.toISOString() }));
}

/** What undoing a batch depends on: which approvals still stand, how many values are released, and whether it is too late. Null: no such batch. */
export async function batchToUndo(em: EntityManager, batch: string) {
  const found = await approvals(em)
    .select([
      sql<number>`count(*)`.as('size'),
      sql<number>`count(*) filter (where o.published_revision = v.revision)`.as('released'),
      sql<boolean>`coalesce(min(v.created_at) <= now() - ${UNDO_WINDOW}, false)`.as('late'),
      sql<string[]>`coalesce(jsonb_agg(distinct o.area), '[]')`.as('areas'),
      sql<string[]>`coalesce(jsonb_agg(o.id order by o.id) filter (where ${STANDING}), '[]')`.as(
        'standing',
      ),
    ])
    .where('v.batch', '=', batch)
    .executeTakeFirstOrThrow();
  return found.size === 0 ? null : found;
}

/** The return in which the values of a batch were submitted. */
export const returnOf = (em: EntityManager, batch: string) =>
  db(em)
    .selectFrom('work.review as v')
    .innerJoin('work.submission_revision as x', 'x.revision', 'v.revision')
    .innerJoin('work.submission as s', 's.id', 'x.submission')
    .select(['s.id', 's.area', 's.number'])
    .where('v.batch', '=', batch)
    .where('s.recalled_at', 'is', null)
    .limit(1)
    .executeTakeFirstOrThrow();
