import type { EntityManager } from '@mikro-orm/postgresql';
import { type ClusterMember, SharedCounts } from '@qadam/domain';
import { db } from '../../database/db.ts';

/** An indicator as disclosure control needs it. */
export interface MeasuredIndicator extends Pick<
  ClusterMember,
  | 'code'
  | 'unit'
  | 'multiplier'
  | 'decimals'
  | 'sensitive'
  | 'threshold'
  | 'numeratorOf'
  | 'denominatorOf'
> {
  valueType: string;
}

/** All indicators except laws, which count nobody, in the order of the framework. */
export async function readIndicators(em: EntityManager): Promise<MeasuredIndicator[]> {
  const rows = await db(em)
    .selectFrom('work.indicator')
    .select(['code', 'unit', 'multiplier', 'decimals', 'sensitive', 'value_type as valueType'])
    .select(['threshold_base', 'threshold_detailed'])
    .select(['numerator_of as numeratorOf', 'denominator_of as denominatorOf'])
    .where('kind', '<>', 'MILESTONE')
    .orderBy('position')
    .orderBy('code')
    .execute();
  return rows.map(({ threshold_base: base, threshold_detailed: detailed, ...row }) => ({
    ...row,
    threshold: { base, detailed },
  }));
}

/** The counts that the framework declares to be the same. */
export async function readSharedCounts(em: EntityManager): Promise<SharedCounts> {
  return new SharedCounts(await readIndicators(em));
}

/** A key for two counts in any order, by the canonical names under which they are planned. */
export const pairOf = (shared: SharedCounts, a: string, b: string): string =>
  [shared.canonical(a), shared.canonical(b)].sort().join(' ');

/** The pairs of counts that an officer has declared to be different. */
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
