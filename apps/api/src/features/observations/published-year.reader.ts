import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { PublishedYear } from './published-year.type.ts';
import { isCollected } from './cell-sql.ts';
import { isTotal } from '../../database/cell-columns.ts';

@Injectable()
export class PublishedYearReader {
  /** What the return of each year shows as published; the newest first. */
  async list(em: EntityManager, area: string): Promise<PublishedYear[]> {
    return em.execute<PublishedYear[]>(
      `select o.year, count(*)::int as published,
         count(*) filter (where o.state in ('DRAFT', 'RETURNED'))::int as correcting,
         count(*) filter (where o.state = 'SUBMITTED')::int as submitted
       from work.observation o join work.indicator i on i.code = o.indicator
       where o.area = ? and o.published_revision is not null and (${isTotal('o')} or ${isCollected('o', 'i')})
       group by o.year order by o.year desc`,
      [area],
    );
  }
}
