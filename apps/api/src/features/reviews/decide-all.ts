import type { EntityManager } from '@mikro-orm/postgresql';
import type { Operation } from '@qadam/domain';
import { sql } from 'kysely';
import { db } from '../../database/db.ts';
import { anyOf, hashOfIds } from '../../database/expressions.ts';
import type { Actor } from '../../graphql/access.ts';
import type { ReviewDecision } from '../../graphql/enums.ts';
import { advanceAll } from '../observations/observation.store.ts';

export const OPERATION = {
  APPROVED: 'APPROVE',
  RETURNED: 'RETURN',
  APPROVAL_UNDONE: 'UNDO_APPROVAL',
} as const satisfies Record<ReviewDecision, Operation>;

interface Decision {
  decision: ReviewDecision;
  batch: string | null;
}

/** Of locked observations at their current revisions, in two statements however many there are. */
export async function decideAll(
  em: EntityManager,
  actor: Actor,
  ids: readonly string[],
  { decision, batch }: Decision,
): Promise<void> {
  await db(em)
    .insertInto('work.review')
    .columns(['id', 'observation', 'revision', 'decision', 'reviewer', 'batch'])
    .expression((insert) =>
      insert
        .selectFrom('work.observation as o')
        .select([sql<string>`gen_random_uuid()`.as('id'), 'o.id as observation'])
        .select('o.current_revision as revision')
        .select([
          sql<ReviewDecision>`${decision}::text`.as('decision'),
          sql<string>`${actor.id}::uuid`.as('reviewer'),
          sql<string | null>`${batch}::uuid`.as('batch'),
        ])
        .where('o.id', '=', anyOf(ids)),
    )
    .execute();
  await advanceAll(em, ids, OPERATION[decision]);
}

/** Of their current revisions: what the audit says of more than it lists. */
export async function contentHash(em: EntityManager, ids: readonly string[]): Promise<string> {
  const { hash } = await db(em)
    .selectFrom('work.observation as o')
    .select(hashOfIds('o.current_revision').as('hash'))
    .where('o.id', '=', anyOf(ids))
    .executeTakeFirstOrThrow();
  return hash;
}
