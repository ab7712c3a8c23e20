import type { EntityManager } from '@mikro-orm/postgresql';
import { isTotal } from '../../../database/cell-columns.ts';
import { elementFacts } from '../../../assessments/element-facts.ts';
import type { ActionFacts, JudgedFacts } from '../../../assessments/facts.ts';

/** What the rules need of one indicator with a direction in one area, all of it from the staged candidate: public figures only. */
export interface IndicatorFacts extends JudgedFacts {
  unit: string;
  multiplier: string;
  decimals: number;
  max: string | null;
  plan: (NonNullable<JudgedFacts['plan']> & { path: 'LINEAR' | 'COMPOUND' }) | null;
  /** Years up to the one the release looks from. */
  observations: (JudgedFacts['observations'][number] & { units: string | null })[];
  benchmarks: {
    id: string;
    value: string;
    per: string | null;
    kind: 'RATE' | 'SHARE';
    sense: 'AT_LEAST' | 'AT_MOST';
    populations: Population[];
  }[];
}

export interface Population {
  year: number;
  value: string;
}

const ELEMENTS = elementFacts({
  value: 'candidate_value',
  indicator: 'candidate_indicator',
  area: 'candidate_area',
});

/**
 * Numbers that rest on media reports are shown and never assessed; what only the press says of an element of a law counts and
 * is marked. Areas: the countries, or the group for an indicator that has one value for all.
 */
export async function readIndicatorFacts(
  em: EntityManager,
  asOfYear: number,
): Promise<IndicatorFacts[]> {
  return em.execute<IndicatorFacts[]>(
    `with series as (
       select v.indicator, v.area,
         jsonb_agg(jsonb_build_object('year', v.year, 'value', trim_scale(v.value)::text, 'units', trim_scale(v.numerator)::text,
           'status', v.obs_status) order by v.year) as observations,
         (array_agg(v.missing_reason order by v.year desc))[1] as newest_reason
       from candidate_value v left join work.source s on s.id = v.source
       where ${isTotal('v')}
         and v.year <= ? and s.kind is distinct from 'MEDIA'
       group by v.indicator, v.area
     ), breaks as (
       select indicator, area, jsonb_agg(year order by year) as years from candidate_series_break group by indicator, area
     )
     select i.code as indicator, a.code as area, i.kind, i.direction, i.unit, trim_scale(i.multiplier)::text as multiplier, i.decimals,
       trim_scale(i.min)::text as min, trim_scale(i.max)::text as max,
       case when t.indicator is not null then jsonb_build_object('baselineYear', t.baseline_year, 'baselineValue', trim_scale(t.baseline_value)::text,
         'path', t.path, 'points', t.points, 'tolerance', trim_scale(t.tolerance)::text,
         'baselineHidden', exists (select 1 from hidden_place h where h.indicator = t.indicator and h.area = t.area
           and h.year = t.baseline_year)) end as plan,
       coalesce(s.observations, '[]') as observations, coalesce(e.elements, '[]') as elements, coalesce(s.newest_reason = 'NOT_APPLICABLE', false) as "notApplicable",
       not exists (select 1 from candidate_action_indicator l where l.indicator = i.code and l.role <> 'CONTEXT') as "contextOnly",
       coalesce(b.years, '[]') as breaks,
       coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'value', trim_scale(m.value)::text, 'per', trim_scale(m.per)::text, 'kind', m.kind,
           'sense', m.sense, 'populations', coalesce((select jsonb_agg(jsonb_build_object('year', d.year, 'value', trim_scale(d.value)::text))
             from work.denominator d where d.area = a.code and d.kind = m.population and d.sex = '_T' and d.age = '_T'), '[]')) order by m.id)
         from work.benchmark m where m.indicator = i.code), '[]') as benchmarks
     from candidate_indicator i
       join candidate_area a on a.kind = case i.scope when 'COUNTRY' then 'COUNTRY' else 'GROUP' end
       left join candidate_target t on t.indicator = i.code and t.area = a.code
       left join series s on s.indicator = i.code and s.area = a.code
       left join breaks b on b.indicator = i.code and b.area = a.code
       left join ${ELEMENTS} e on e.indicator = i.code and e.area = a.code
     where i.direction <> 'NONE'
     order by i.position, a.position`,
    [asOfYear],
  );
}

export async function readActionFacts(em: EntityManager): Promise<ActionFacts[]> {
  return em.execute<ActionFacts[]>(
    `select a.code, a.scope, jsonb_agg(jsonb_build_object('code', i.code, 'scope', i.scope, 'role', l.role, 'weight', trim_scale(l.weight)::text,
       'direction', i.direction) order by l.position) as indicators
     from candidate_action a join candidate_action_indicator l on l.action = a.code join candidate_indicator i on i.code = l.indicator
     group by a.code, a.scope, a.position order by a.position`,
  );
}

export async function readAreas(em: EntityManager): Promise<{ code: string; kind: string }[]> {
  return em.execute<{ code: string; kind: string }[]>(
    `select code, kind from candidate_area order by position`,
  );
}
