import type { EntityManager } from '@mikro-orm/postgresql';
import type { LicenceShare } from '../publication/open-data.type.ts';
import { standing } from '../publication/standing.ts';
import { OWN_LICENCE } from './formats/columns.ts';

/** Under which licences the rows of a release stand, the most frequent first. */
export async function readLicences(em: EntityManager, release: number): Promise<LicenceShare[]> {
  return em.execute<LicenceShare[]>(
    `with at as (select ?::int as release)
     select coalesce(s.licence, ?) as licence, count(*)::int as rows, count(distinct s.id)::int as sources
     from ${standing('value')} v left join ${standing('source')} s on s.id = v.source
     group by 1 order by 2 desc, 1`,
    [release, OWN_LICENCE],
  );
}
