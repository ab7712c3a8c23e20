import type { EntityManager } from '@mikro-orm/postgresql';
import { type AliasableExpression, expressionBuilder, type RawBuilder } from 'kysely';
import { db } from '../../database/db.ts';
import { exists } from '../../database/expressions.ts';
import type { Tables } from '../../database/tables.ts';

const eb = expressionBuilder<
  Tables & { q: Tables['work.signature_request']; o: Tables['work.observation'] },
  'q' | 'o'
>();

/** The values of request `q`: `x` is the row in the request, `r` the revision, `o` the observation. */
export const preparedValues = () =>
  eb
    .selectFrom('work.signature_request_revision as x')
    .innerJoin('work.revision as r', 'r.id', 'x.revision')
    .innerJoin('work.observation as o', 'o.id', 'r.observation')
    .whereRef('x.request', '=', 'q.id');

/** Has any value of request `q` changed since it was prepared? Then the whole request is void. */
export const isChanged = exists(
  preparedValues().select('o.id').whereRef('o.version', '<>', 'x.version'),
);

/** The requests that wait for a second signature. */
const WAITING = eb
  .selectFrom('work.signature_request as q')
  .select('q.id')
  .where('q.ended_at', 'is', null)
  .where('q.decision', 'is', null)
  .where((of) => of.not(isChanged));

/** The request in which observation `o` waits for a second signature. */
export const PREPARED_IN: AliasableExpression<string | null> = eb
  .selectFrom('work.signature_request_revision as p')
  .select('p.request')
  .whereRef('p.revision', '=', 'o.current_revision')
  .where('p.request', 'in', WAITING)
  .limit(1)
  .$asScalar();

/** Does observation `o` wait for a second signature? For very many observations PostgreSQL finds all waiting ones once and joins them. */
export const waitsForSignature = exists(
  eb
    .selectFrom('work.signature_request_revision as p')
    .select('p.request')
    .whereRef('p.revision', '=', 'o.current_revision')
    .where('p.request', 'in', WAITING),
);

/** Which of these observations wait for a second signature. `which`: an `any(…)` of ids. */
export async function preparedAmong(
  em: EntityManager,
  which: RawBuilder<string>,
): Promise<ReadonlySet<string>> {
  const found = await db(em)
    .selectFrom('work.observation as o')
    .select('o.id')
    .where('o.id', '=', which)
    .where(waitsForSignature)
    .execute();
  return new Set(found.map(({ id }) => id));
}
