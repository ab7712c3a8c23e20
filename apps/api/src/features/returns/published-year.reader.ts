import type { EntityManager } from '@mikro-orm/postgresql';
import { isCollected } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import type { PublishedYear } from './published-year.type.ts';

/** What the return of each year shows as published; the newest first. */
export const publishedYears = (em: EntityManager, area: string): Promise<PublishedYear[]> =>
  db(em)
    .selectFrom('work.observation as o')
    .innerJoin('work.indicator as i', 'i.code', 'o.indicator')
    .select(({ fn }) => [
      'o.year',
      fn.countAll<number>().as('published'),
      fn.countAll<number>().filterWhere('o.state', 'in', ['DRAFT', 'RETURNED']).as('correcting'),
      fn.countAll<number>().filterWhere('o.state', '=', 'SUBMITTED').as('submitted'),
    ])
    .where('o.area', '=', area)
    .where('o.published_revision', 'is not', null)
    .where(isCollected('o', 'i'))
    .groupBy('o.year')
    .orderBy('o.year', 'desc')
    .execute();
