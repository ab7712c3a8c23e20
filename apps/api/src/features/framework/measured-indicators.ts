import type { EntityManager } from '@mikro-orm/postgresql';
import type { ClusterMember } from '@qadam/domain';
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

/** All of them but the laws, which count nobody, in the order of the framework. */
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
