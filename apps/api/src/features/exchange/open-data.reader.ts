import type { EntityManager } from '@mikro-orm/postgresql';
import type { LicenceShare } from '../publication/open-data.type.ts';
import { standing } from '../publication/standing.ts';
import { LICENCE_OF } from '../publication/own-licence.ts';

/** Under which licences the rows of a release stand that name where they come from, the most frequent first. */
export async function readLicences(em: EntityManager, release: number): Promise<LicenceShare[]> {
  return em.execute<LicenceShare[]>(
    `with at as (select ?::int as release)
     select ${LICENCE_OF('v', 's')} as licence, count(*)::int as rows, count(distinct s.id)::int as sources
     from ${standing('value')} v left join ${standing('source')} s on s.id = v.source
     where ${LICENCE_OF('v', 's')} is not null group by 1 order by 2 desc, 1`,
    [release],
  );
}
