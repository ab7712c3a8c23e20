import type { EntityManager } from '@mikro-orm/postgresql';
import { expressionBuilder, sql } from 'kysely';
import { areaOfScope, elementsOfLaws } from '../../../assessments/element-facts.ts';
import type { ActionFacts, JudgedFacts } from '../../../assessments/facts.ts';
import { exact, isTotal, sameCell } from '../../../database/expressions.ts';
import type { Tables } from '../../../database/tables.ts';
import { rowsOf, some, stage } from '../stage.ts';

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

const db = expressionBuilder<Tables>();

const population = db
  .selectFrom('work.denominator as d')
  .select(
    sql`jsonb_agg(jsonb_build_object('year', d.year, 'value', ${exact('d.value')}))`.as('list'),
  )
  .where('d.area', '=', sql.ref<string>('a.code'))
  .where('d.kind', '=', sql.ref<string>('m.population'))
  .where('d.sex', '=', '_T')
  .where('d.age', '=', '_T');

/** Of indicator `i` in area `a`, with the people that they count by. */
const benchmarks = db
  .selectFrom('work.benchmark as m')
  .select(
    sql`jsonb_agg(jsonb_build_object('id', m.id, 'value', ${exact('m.value')}, 'per', ${exact('m.per')}, 'kind', m.kind,
      'sense', m.sense, 'populations', coalesce(${population}, '[]')) order by m.id)`.as('list'),
  )
  .where('m.indicator', '=', sql.ref<string>('i.code'));

const isBaselineHidden = some(
  'hidden_place as h',
  sameCell('h', 't', ['indicator', 'area']),
  sql`h.year = t.baseline_year`,
);

const isScored = some(
  'candidate_action_indicator as l',
  sql`l.indicator = i.code and l.role <> 'CONTEXT'`,
);

/**
 * Numbers that rest on media reports are shown and never assessed; what only the press says of an element of a law counts and
 * is marked. Areas: the countries, or the group for an indicator that has one value for all.
 */
export async function readIndicatorFacts(
  em: EntityManager,
  asOfYear: number,
): Promise<IndicatorFacts[]> {
  const elements = elementsOfLaws({
    value: rowsOf('CANDIDATE', 'value'),
    indicator: rowsOf('CANDIDATE', 'indicator'),
    area: rowsOf('CANDIDATE', 'area'),
  });
  return stage(em)
    .with('series', (db) =>
      db
        .selectFrom('candidate_value as v')
        .leftJoin('work.source as s', 's.id', 'v.source')
        .select([
          ...(['v.indicator', 'v.area'] as const),
          sql<
            IndicatorFacts['observations']
          >`jsonb_agg(jsonb_build_object('year', v.year, 'value', ${exact('v.value')},
            'units', ${exact('v.numerator')}, 'status', v.obs_status) order by v.year)`.as(
            'observations',
          ),
          sql<string | null>`(array_agg(v.missing_reason order by v.year desc))[1]`.as(
            'newest_reason',
          ),
        ])
        .where(isTotal('v'))
        .where('v.year', '<=', asOfYear)
        .where('s.kind', 'is distinct from', 'MEDIA')
        .groupBy(['v.indicator', 'v.area']),
    )
    .with('breaks', (db) =>
      db
        .selectFrom('candidate_series_break')
        .select([
          ...(['indicator', 'area'] as const),
          sql<number[]>`jsonb_agg(year order by year)`.as('years'),
        ])
        .groupBy(['indicator', 'area']),
    )
    .selectFrom('candidate_indicator as i')
    .innerJoin('candidate_area as a', (join) => join.on(areaOfScope))
    .leftJoin('candidate_target as t', (join) =>
      join.onRef('t.indicator', '=', 'i.code').onRef('t.area', '=', 'a.code'),
    )
    .leftJoin('series as s', (join) =>
      join.onRef('s.indicator', '=', 'i.code').onRef('s.area', '=', 'a.code'),
    )
    .leftJoin('breaks as b', (join) =>
      join.onRef('b.indicator', '=', 'i.code').onRef('b.area', '=', 'a.code'),
    )
    .leftJoin(elements.as('e'), (join) =>
      join.onRef('e.indicator', '=', 'i.code').onRef('e.area', '=', 'a.code'),
    )
    .select([
      ...(['i.code as indicator', 'a.code as area', 'i.kind', 'i.direction', 'i.unit'] as const),
      ...(['i.multiplier', 'i.decimals', 'i.min', 'i.max'] as const),
    ])
    .select([
      sql<
        IndicatorFacts['plan']
      >`case when t.indicator is not null then jsonb_build_object('baselineYear', t.baseline_year,
        'baselineValue', ${exact('t.baseline_value')}, 'path', t.path, 'points', t.points, 'tolerance', ${exact('t.tolerance')},
        'baselineHidden', ${isBaselineHidden}) end`.as('plan'),
      sql<IndicatorFacts['observations']>`coalesce(s.observations, '[]')`.as('observations'),
      sql<IndicatorFacts['elements']>`coalesce(e.elements, '[]')`.as('elements'),
      sql<boolean>`coalesce(s.newest_reason = 'NOT_APPLICABLE', false)`.as('notApplicable'),
      sql<boolean>`not ${isScored}`.as('contextOnly'),
      sql<number[]>`coalesce(b.years, '[]')`.as('breaks'),
      sql<IndicatorFacts['benchmarks']>`coalesce(${benchmarks}, '[]')`.as('benchmarks'),
    ])
    .where('i.direction', '<>', 'NONE')
    .orderBy('i.position')
    .orderBy('a.position')
    .execute();
}

export const readActionFacts = (em: EntityManager): Promise<ActionFacts[]> =>
  stage(em)
    .selectFrom('candidate_action as a')
    .innerJoin('candidate_action_indicator as l', 'l.action', 'a.code')
    .innerJoin('candidate_indicator as i', 'i.code', 'l.indicator')
    .select([
      ...(['a.code', 'a.scope'] as const),
      sql<
        ActionFacts['indicators']
      >`jsonb_agg(jsonb_build_object('code', i.code, 'scope', i.scope, 'role', l.role,
        'weight', ${exact('l.weight')}, 'direction', i.direction) order by l.position)`.as(
        'indicators',
      ),
    ])
    .groupBy(['a.code', 'a.scope', 'a.position'])
    .orderBy('a.position')
    .execute();

export const readAreas = (em: EntityManager): Promise<{ code: string; kind: string }[]> =>
  stage(em).selectFrom('candidate_area').select(['code', 'kind']).orderBy('position').execute();
