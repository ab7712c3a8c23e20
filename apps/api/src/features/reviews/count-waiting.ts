import type { EntityManager } from '@mikro-orm/postgresql';
import { db } from '../../database/db.ts';

/** Values by where they wait: for a reviewer, or for the reporter who got them back. At the desk and in the weekly mail. */
export const countWaiting = (em: EntityManager): Promise<{ toReview: number; returned: number }> =>
  db(em)
    .selectFrom('work.observation')
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('state', '=', 'SUBMITTED').as('toReview'),
      fn.countAll<number>().filterWhere('state', '=', 'RETURNED').as('returned'),
    ])
    .where('state', 'in', ['SUBMITTED', 'RETURNED'])
    .executeTakeFirstOrThrow();
