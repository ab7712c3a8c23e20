import type { EntityManager } from '@mikro-orm/postgresql';
import { partColumns } from '../../../database/cell-columns.ts';
import { standing } from '../../publication/standing.ts';
import { filterSql, type RowFilter } from '../row-filter.ts';

/** The codes that the rows of a release use. */
export interface Domain {
  areas: string[];
  regions: string[];
  indicators: string[];
  sexes: string[];
  ages: string[];
  urbanisations: string[];
  breakdowns: string[];
  years: string[];
  statuses: string[];
  observations: number;
  series: number;
}

const distinct = (column: string, name: string, where = '') =>
  `coalesce(array_agg(distinct v.${column}::text order by v.${column}::text) ${where}, '{}') as ${name}`;

/** One statement: of all rows, or of those that a filter leaves. `areas` are those that have a row of their own, not of a region. */
export async function readDomain(
  em: EntityManager,
  release: number,
  filter: RowFilter = {},
): Promise<Domain> {
  const { where, parameters } = filterSql(filter);
  const [domain] = await em.execute<Domain[]>(
    `with at as (select ?::int as release)
     select ${distinct('area', 'areas', `filter (where v.region = '_T')`)}, ${distinct('region', 'regions', `filter (where v.region <> '_T')`)},
       ${distinct('indicator', 'indicators')}, ${distinct('sex', 'sexes')}, ${distinct('age', 'ages')}, ${distinct('urbanisation', 'urbanisations')},
       ${distinct('breakdown', 'breakdowns')}, ${distinct('year', 'years')}, ${distinct('obs_status', 'statuses')},
       count(*)::int as observations,
       count(distinct (v.indicator, v.area, ${partColumns('v')}))::int as series
     from ${standing('value')} v where true${where}`,
    [release, ...parameters],
  );
  if (!domain) throw new Error('A release could not be read.');
  return domain;
}
