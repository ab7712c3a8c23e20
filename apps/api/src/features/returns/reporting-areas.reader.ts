import type { EntityManager } from '@mikro-orm/postgresql';
import { db } from '../../database/db.ts';
import { inAreas } from '../../database/expressions.ts';

/** Those of these areas that report, even if no cycle is open, in the order used everywhere. */
export const reportingAreas = (em: EntityManager, areas: readonly string[] | null) =>
  db(em)
    .selectFrom('work.area as a')
    .select(['a.code', 'a.names'])
    .where(inAreas('a.code', areas))
    .where((of) =>
      of.exists(
        of.selectFrom('work.assignment as s').select('s.area').whereRef('s.area', '=', 'a.code'),
      ),
    )
    .orderBy('a.position');
