import type { EntityManager } from '@mikro-orm/postgresql';
import type { ClusterMember } from '@qadam/domain';

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
  return em.execute<MeasuredIndicator[]>(
    `select code, unit, trim_scale(multiplier)::text as multiplier, decimals, value_type as "valueType", sensitive,
       jsonb_build_object('base', threshold_base, 'detailed', threshold_detailed) as threshold,
       numerator_of as "numeratorOf", denominator_of as "denominatorOf"
     from work.indicator where kind <> 'MILESTONE' order by position, code`,
  );
}
