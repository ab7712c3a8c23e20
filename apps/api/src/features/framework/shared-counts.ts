import type { EntityManager } from '@mikro-orm/postgresql';
import { SharedCounts } from '@qadam/domain';
import { db } from '../../database/db.ts';
import { readIndicators } from './measured-indicators.ts';

/** Which counts are the same, as the framework declares it. */
export async function readSharedCounts(em: EntityManager): Promise<SharedCounts> {
  return new SharedCounts(await readIndicators(em));
}

/** Two counts in whatever order, by the names they are planned by. */
export const pairOf = (shared: SharedCounts, a: string, b: string): string =>
  [shared.canonical(a), shared.canonical(b)].sort().join(' ');

/** Pairs of which an officer said that they are not the same. */
export async function pairsStatedDifferent(
  em: EntityManager,
  shared: SharedCounts,
): Promise<Set<string>> {
  const stated = await db(em)
    .selectFrom('work.different_count')
    .select(['count', 'other'])
    .execute();
  return new Set(stated.map(({ count, other }) => pairOf(shared, count, other)));
}
