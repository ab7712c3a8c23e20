import type { EntityManager } from '@mikro-orm/postgresql';
import type {
  Direction,
  ElementOrigin,
  IndicatorKind,
  Scope,
  SourceKind,
  ValueType,
} from '../../graphql/enums.ts';
import type { Texts } from '../../graphql/local-text.type.ts';
import { AREAS, type AreaRow } from '../publication/public-rows.ts';
import { rows, standing } from '../publication/standing.ts';
import { LEVELS, levelsOf, type ReleasedLevel } from './released-level.ts';
import { filterSql, type RowFilter } from './row-filter.ts';

export interface ReleasedElement {
  code: string;
  name: Texts;
  definition: Texts;
  instrument: string | null;
  origin: ElementOrigin;
  counts: boolean;
}

export interface ReleasedIndicator {
  code: string;
  kind: IndicatorKind;
  scope: Scope;
  unit: string;
  unitText: Texts;
  multiplier: string;
  decimals: number;
  direction: Direction;
  valueType: ValueType;
  sensitive: boolean;
  sdgCode: string | null;
  name: Texts;
  definition: Texts;
  stages: Record<string, string[]> | null;
  /** Of a law: its parts, in order. */
  elements: ReleasedElement[];
  /** Rows that the filter leaves, and how many of them are hidden. */
  rows: number;
  hidden: number;
}

export interface ReleasedSource {
  id: string;
  title: string;
  publisher: string;
  year: number | null;
  url: string | null;
  licence: string;
  kind: SourceKind;
}

/** What a file is about: the codes its rows use, with their texts in all languages there are. */
export interface ReleaseContents {
  areas: ReadonlyMap<string, AreaRow>;
  /** In the order of the framework; those without a row too. */
  indicators: ReadonlyMap<string, ReleasedIndicator>;
  /** Only those that a row names. */
  sources: ReadonlyMap<string, ReleasedSource>;
  /** How far the actions and indicators are that the file is about. */
  levels: readonly ReleasedLevel[];
  /** Of all actions. */
  actions: ReadonlyMap<string, Texts>;
  /** Code → names of the reporting bodies that a row names. */
  bodies: ReadonlyMap<string, Texts>;
  rows: number;
  hidden: number;
  /** First and last year of a row; null without rows. */
  years: { from: number; to: number } | null;
}

interface Read {
  areas: AreaRow[];
  indicators: Omit<ReleasedIndicator, 'rows' | 'hidden'>[];
  sources: ReleasedSource[];
  bodies: { code: string; names: Texts }[];
  levels: ReleasedLevel[];
  actions: { code: string; title: Texts }[];
  counts: Record<string, { rows: number; hidden: number }>;
  years: { from: number; to: number } | null;
}

/** One statement, whatever the release holds. */
export async function readContents(
  em: EntityManager,
  release: number,
  filter: RowFilter,
): Promise<ReleaseContents> {
  const { where, parameters } = filterSql(filter);
  const [read] = await em.execute<Read[]>(
    `with at as (select ?::int as release),
      counted as (select v.indicator, v.source, v.body, count(*)::int as rows, (count(*) filter (where v.obs_status = 'Q'))::int as hidden,
        min(v.year) as first, max(v.year) as last
        from ${standing('value')} v where true${where} group by 1, 2, 3)
     select ${AREAS} as areas,
       ${rows({
         from: standing('indicator'),
         fields:
           'code kind scope unit unitText #multiplier decimals direction valueType sensitive sdgCode name definition stages elements',
         order: 't.position, t.code',
       })} as indicators,
       ${rows({
         from: standing('source'),
         fields: 'id title publisher year url licence kind',
         where: 't.id in (select source from counted)',
         order: 't.id',
       })} as sources,
       ${rows({
         from: standing('body'),
         fields: 'code names',
         where: 't.code in (select body from counted)',
         order: 't.code',
       })} as bodies,
       ${LEVELS} as levels,
       ${rows({ from: standing('action'), fields: 'code title', order: 't.position, t.code' })} as actions,
       (select coalesce(jsonb_object_agg(indicator, jsonb_build_object('rows', rows, 'hidden', hidden)), '{}')
         from (select indicator, sum(rows) as rows, sum(hidden) as hidden from counted group by 1) c) as counts,
       (select case when count(*) > 0 then jsonb_build_object('from', min(first), 'to', max(last)) end from counted) as years`,
    [release, ...parameters],
  );
  if (!read) throw new Error('A release could not be read.');
  const none = { rows: 0, hidden: 0 };
  const indicators = read.indicators.map((row) => ({ ...row, ...(read.counts[row.code] ?? none) }));
  const total = (name: 'rows' | 'hidden') => indicators.reduce((sum, row) => sum + row[name], 0);
  return {
    areas: new Map(read.areas.map((row) => [row.code, row])),
    indicators: new Map(indicators.map((row) => [row.code, row])),
    sources: new Map(read.sources.map((row) => [row.id, row])),
    levels: levelsOf(read.levels, filter),
    actions: new Map(read.actions.map(({ code, title }) => [code, title])),
    bodies: new Map(read.bodies.map(({ code, names }) => [code, names])),
    rows: total('rows'),
    hidden: total('hidden'),
    years: read.years,
  };
}
