import type { EntityManager } from '@mikro-orm/postgresql';
import type { Operation } from '@qadam/domain';
import { sql } from 'kysely';
import { db } from '../../database/db.ts';
import { hashOfIds } from '../../database/expressions.ts';
import { newIdsBy } from '../../database/ids.ts';
import type { Actor } from '../../graphql/access.ts';
import type { ReviewDecision } from '../../graphql/enums.ts';
import { type Tell, UNTOLD } from '../desk-changes/changes-under-way.ts';
import { anyChosen } from '../observations/chosen-cells.ts';
import { advancing, piecesOf, refuseFewer } from '../observations/observation.store.ts';

export const OPERATION = {
  APPROVED: 'APPROVE',
  RETURNED: 'RETURN',
  APPROVAL_UNDONE: 'UNDO_APPROVAL',
} as const satisfies Record<ReviewDecision, Operation>;

interface Decision {
  decision: ReviewDecision;
  batch: string | null;
}

/** Records the decision on all chosen values, which are locked, at their current revisions. `values`: how many there are. */
export async function decideAll(
  em: EntityManager,
  actor: Actor,
  values: number,
  { decision, batch }: Decision,
  tell: Tell = UNTOLD,
): Promise<void> {
  const operation = OPERATION[decision];
  for (const { from, to } of piecesOf(values)) {
    const { numInsertedOrUpdatedRows } = await db(em)
      .with('moved', () =>
        advancing(em, anyChosen(from, to), operation).returning([
          'o.id as observation',
          'o.current_revision as revision',
        ]),
      )
      .insertInto('work.review')
      .columns(['id', 'observation', 'revision', 'decision', 'reviewer', 'batch'])
      .expression((insert) =>
        insert
          .selectFrom('moved')
          .select([newIdsBy('observation').as('id'), 'observation', 'revision'])
          .select([
            sql<ReviewDecision>`${decision}::text`.as('decision'),
            sql<string>`${actor.id}::uuid`.as('reviewer'),
            sql<string | null>`${batch}::uuid`.as('batch'),
          ])
          // inserting rows in the order of an index takes half the time
          .orderBy('observation'),
      )
      .executeTakeFirstOrThrow();
    refuseFewer(numInsertedOrUpdatedRows, to - from, operation);
    tell('WRITING', to, values);
  }
}

/** The hash of the chosen values' current revisions, for the audit event of a decision on more values than it lists. */
export async function contentHash(em: EntityManager): Promise<string> {
  const { hash } = await db(em)
    .selectFrom('work.observation as o')
    .select(hashOfIds('o.current_revision').as('hash'))
    .where('o.id', '=', anyChosen())
    .executeTakeFirstOrThrow();
  return hash;
}
