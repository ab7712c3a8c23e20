import type { EntityManager } from '@mikro-orm/postgresql';
import { valuesInWork } from '../../database/cells.ts';
import { db } from '../../database/db.ts';

/** How many values wait for a reviewer, and how many for the reporter they were returned to. Shown at the desk and in the weekly mail. */
export const countWaiting = (
  em: EntityManager,
  areas: readonly string[] | null,
): Promise<{ toReview: number; returned: number }> =>
  db(em)
    .selectFrom(valuesInWork(areas).as('o'))
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('state', '=', 'SUBMITTED').as('toReview'),
      fn.countAll<number>().filterWhere('state', '=', 'RETURNED').as('returned'),
    ])
    .where('state', 'in', ['SUBMITTED', 'RETURNED'])
    .executeTakeFirstOrThrow();
