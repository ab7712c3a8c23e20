import type { EntityManager } from '@mikro-orm/postgresql';
import { SINCE_YEAR } from '@qadam/domain';
import { isTotal } from '../../database/cell-columns.ts';
import { elementFacts } from '../../assessments/element-facts.ts';
import type { ActionFacts, JudgedFacts } from '../../assessments/facts.ts';
import { standing } from './standing.ts';

type Observed = JudgedFacts['observations'][number] & { missingReason: string | null };

/** What a release makes levels of: its plans and figures, so that an earlier year can be judged with what is known now. */
export interface YearFacts {
  indicators: (Omit<JudgedFacts, 'observations' | 'notApplicable'> & {
    observations: Observed[];
  })[];
  actions: ActionFacts[];
}

const ELEMENTS = elementFacts({ value: standing('value'), indicator: 'indicator', area: 'area' });

/**
 * The same figures that the release was assessed from, read back from what it published: numbers that rest on media reports
 * are shown and never assessed, and a baseline without its value and its reasons is a hidden one.
 */
const SQL = `with at as (select ?::int as release), indicator as (select * from ${standing('indicator')} i where i.direction <> 'NONE'),
  area as (select * from ${standing('area')} a), link as (select * from ${standing('action_indicator')} l), target as (select * from ${standing('target')} t),
  series as (
    select t.indicator, t.area, jsonb_agg(jsonb_build_object('year', t.year, 'value', trim_scale(t.value)::text, 'status', t.obs_status,
      'missingReason', t.missing_reason) order by t.year) as observations
    from ${standing('value')} t left join ${standing('source')} s on s.id = t.source
    where ${isTotal('t')} and s.kind is distinct from 'MEDIA' group by t.indicator, t.area
  ), breaks as (
    select b.indicator, b.area, jsonb_agg(b.year order by b.year) as years from ${standing('series_break')} b group by b.indicator, b.area
  ), judged as (
    select i.code as indicator, a.code as area, i.kind, i.direction, trim_scale(i.min)::text as min, coalesce(s.observations, '[]') as observations,
      coalesce(e.elements, '[]') as elements, coalesce(b.years, '[]') as breaks,
      not exists (select 1 from link l where l.indicator = i.code and l.role <> 'CONTEXT') as "contextOnly",
      case when t.indicator is not null then jsonb_build_object('baselineYear', t.baseline_year, 'baselineValue', trim_scale(t.baseline_value)::text,
        'points', t.points, 'tolerance', trim_scale(t.tolerance)::text,
        'baselineHidden', t.baseline_year is not null and t.baseline_value is null and t.rationale = '{}') end as plan
    from indicator i join area a on a.kind = case i.scope when 'COUNTRY' then 'COUNTRY' else 'GROUP' end
      left join target t on t.indicator = i.code and t.area = a.code
      left join ${ELEMENTS} e on e.indicator = i.code and e.area = a.code
      left join series s on s.indicator = i.code and s.area = a.code left join breaks b on b.indicator = i.code and b.area = a.code
  ), action as (
    select a.code, a.scope, jsonb_agg(jsonb_build_object('code', i.code, 'scope', i.scope, 'role', l.role, 'weight', trim_scale(l.weight)::text,
      'direction', i.direction) order by l.position) as indicators
    from ${standing('action')} a join link l on l.action = a.code join ${standing('indicator')} i on i.code = l.indicator group by a.code, a.scope
  )
  select coalesce((select jsonb_agg(j) from judged j), '[]') as indicators, coalesce((select jsonb_agg(a) from action a), '[]') as actions`;

/** The first year of any plan, or of the meeting. */
export const FIRST_YEAR = `(select least(min(t.baseline_year), ${String(SINCE_YEAR)}) from ${standing('target')} t) as "firstYear"`;

export async function readYearFacts(em: EntityManager, release: number): Promise<YearFacts> {
  const [read] = await em.execute<YearFacts[]>(SQL, [release]);
  return read ?? { indicators: [], actions: [] };
}

/** How many cells of a release are hidden. A release is frozen but for cells withdrawn for safety, and with each of those there are more. */
export async function countHidden(em: EntityManager, release: number): Promise<number> {
  const [read] = await em.execute<{ count: number }[]>(
    `with at as (select ?::int as release)
     select count(*)::int as count from ${standing('value')} t where t.obs_status = 'Q'`,
    [release],
  );
  return read?.count ?? 0;
}
