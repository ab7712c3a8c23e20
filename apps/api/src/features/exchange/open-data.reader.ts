import type { EntityManager } from '@mikro-orm/postgresql';
import { publicDb } from '../../database/db.ts';
import type { LicenceShare } from '../publication/open-data.type.ts';
import { standing } from '../publication/standing.ts';
import { licenceOf } from '../publication/own-licence.ts';

/** Under which licences the rows of a release stand that name where they come from, the most frequent first. */
export async function readLicences(em: EntityManager, release: number): Promise<LicenceShare[]> {
  const licence = licenceOf('v', 's');
  return publicDb(em)
    .selectFrom(standing('value', release).as('v'))
    .leftJoin(standing('source', release).as('s'), 's.id', 'v.source')
    .select(({ fn }) => [
      licence.$notNull().as('licence'),
      fn.countAll<number>().as('rows'),
      fn.count<number>('s.id').distinct().as('sources'),
    ])
    .where(licence, 'is not', null)
    .groupBy(licence)
    .orderBy('rows', 'desc')
    .orderBy('licence')
    .execute();
}
