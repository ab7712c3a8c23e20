import type { EntityManager } from '@mikro-orm/postgresql';
import { expressionBuilder, sql } from 'kysely';
import {
  actionFacts,
  type ActionFacts,
  judgedFacts,
  type JudgedFacts,
} from '../../../assessments/facts.ts';
import { exact, sameCell } from '../../../database/expressions.ts';
import type { Tables } from '../../../database/tables.ts';
import type { BenchmarkKind, BenchmarkSense } from '../../../graphql/enums.ts';
import { rowsOn, some, stage } from '../stage.ts';

/**
 * What the rules need to know about one indicator with a direction in one area. All of it comes from the staged candidate, so it holds public figures
 * only.
 */
export interface IndicatorFacts extends JudgedFacts {
  unit: string;
  multiplier: string;
  decimals: number;
  max: string | null;
  benchmarks: {
    id: string;
    value: string;
    per: string | null;
    kind: BenchmarkKind;
    sense: BenchmarkSense;
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

/** The benchmarks of indicator `i` for area `a`, with the populations that they count by. */
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

/** The facts with figures up to the year that the release is as of. */
export const readIndicatorFacts = (
  em: EntityManager,
  asOfYear: number,
): Promise<IndicatorFacts[]> => {
  const value = sql<never>`(select * from candidate_value where year <= ${asOfYear})`;
  const facts = judgedFacts({ ...rowsOn('CANDIDATE'), value }, isBaselineHidden)
    .select(['i.unit', 'i.decimals', exact('i.multiplier').as('multiplier')])
    .select(exact<string | null>('i.max').as('max'))
    .select(sql<IndicatorFacts['benchmarks']>`coalesce(${benchmarks}, '[]')`.as('benchmarks'));
  return stage(em).selectFrom(facts.as('facts')).selectAll().execute();
};

export const readActionFacts = (em: EntityManager): Promise<ActionFacts[]> =>
  stage(em)
    .selectFrom(actionFacts(rowsOn('CANDIDATE')).as('facts'))
    .selectAll()
    .execute();

export const readAreas = (em: EntityManager): Promise<{ code: string; kind: string }[]> =>
  stage(em).selectFrom('candidate_area').select(['code', 'kind']).orderBy('position').execute();
