import type { EntityManager } from '@mikro-orm/postgresql';
import { SharedCounts } from '@qadam/domain';
import { partColumns } from '../../../database/cell-columns.ts';
import { IS_PART, KEY_OF } from './cell-key.ts';
import type { MeasuredIndicator } from '../../framework/measured-indicators.ts';
import type { HiddenCell } from './disclose.types.ts';
import { TOMBSTONE } from './tombstone.ts';

/** What a ministry suppressed in one indicator is hidden in all that share its count. */
export async function spreadSuppressed(
  em: EntityManager,
  clusters: readonly (readonly MeasuredIndicator[])[],
): Promise<void> {
  const pairs = clusters.flatMap((cluster) => {
    const shared = new SharedCounts(cluster);
    return cluster.flatMap(({ code: suppressed }) => {
      const [count] = shared.namesOf(suppressed);
      return cluster
        .filter(({ code }) => code !== suppressed && shared.namesOf(code).includes(count))
        .map(({ code: other }) => ({ suppressed, other }));
    });
  });
  const place = (alias: string) => `${alias}.area, ${alias}.year, ${partColumns(alias)}`;
  await em.execute(
    `update candidate_value v set ${TOMBSTONE}
     from jsonb_to_recordset(?::jsonb) as p (suppressed text, other text) join candidate_value s on s.indicator = p.suppressed
     where v.indicator = p.other and v.obs_status <> 'Q' and s.obs_status = 'Q' and (${place('v')}) = (${place('s')})`,
    [JSON.stringify(pairs)],
  );
}

/**
 * What is hidden beside a value that a ministry suppressed itself. Nobody here knows its figure, so no plan can weigh its
 * cover: of that indicator and year no parts are shown, neither of the country nor of the group, and the group's total goes
 * where the country's total did. The elements of a law are no parts of a sum: each is hidden by itself.
 */
export async function besideSuppressed(em: EntityManager): Promise<HiddenCell[]> {
  return em.execute<HiddenCell[]>(
    `select distinct v.indicator, v.year, ${KEY_OF('v')} as key, false as primary,
       case when a.kind = 'GROUP' then 'REGIONAL' else 'COVER' end as why
     from candidate_value v join candidate_indicator i on i.code = v.indicator join candidate_area a on a.code = v.area
       join candidate_value s on s.indicator = v.indicator and s.year = v.year and s.obs_status = 'Q'
     where v.value is not null and i.kind <> 'MILESTONE' and (
       (v.area = s.area and ${IS_PART('v')})
       or (a.kind = 'GROUP' and i.scope = 'COUNTRY' and (${IS_PART('v')} or not ${IS_PART('s')})))
     order by indicator, year, key`,
  );
}
