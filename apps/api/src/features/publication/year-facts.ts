import type { EntityManager } from '@mikro-orm/postgresql';
import { expressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { areaOfScope } from '../../assessments/element-facts.ts';
import type { ActionFacts, JudgedFacts } from '../../assessments/facts.ts';
import { publicDb } from '../../database/db.ts';
import { exact, isTotal } from '../../database/expressions.ts';
import type { PublicTables } from '../../database/tables.ts';
import { laws } from './public-rows.ts';
import { rowsAsOf } from './rows-as-of.ts';

type Observed = JudgedFacts['observations'][number] & { missingReason: string | null };

/** What a release makes levels of: its plans and figures, so that an earlier year can be judged with what is known now. */
export interface YearFacts {
  indicators: (Omit<JudgedFacts, 'observations' | 'notApplicable'> & {
    observations: Observed[];
  })[];
  actions: ActionFacts[];
}

const eb = expressionBuilder<PublicTables>();

/** Figures of totals by indicator and area. Numbers that rest on media reports are shown and never assessed. */
const series = (at: number) =>
  eb
    .selectFrom(rowsAsOf('value', at).as('t'))
    .leftJoin(rowsAsOf('source', at).as('s'), 's.id', 't.source')
    .select(['t.indicator', 't.area'])
    .select(
      sql<Observed[]>`jsonb_agg(jsonb_build_object('year', t.year, 'value', ${exact('t.value')},
        'status', t.obs_status, 'missingReason', t.missing_reason) order by t.year)`.as(
        'observations',
      ),
    )
    .where(isTotal('t'))
    .where('s.kind', 'is distinct from', 'MEDIA')
    .groupBy(['t.indicator', 't.area']);

const breakYears = (at: number) =>
  eb
    .selectFrom(rowsAsOf('series_break', at).as('b'))
    .select(['b.indicator', 'b.area', sql<number[]>`jsonb_agg(b.year order by b.year)`.as('years')])
    .groupBy(['b.indicator', 'b.area']);

/** A baseline without its value and its reasons is a hidden one. */
const PLAN = sql<JudgedFacts['plan']>`case when t.indicator is not null then jsonb_build_object(
  'baselineYear', t.baseline_year, 'baselineValue', ${exact('t.baseline_value')}, 'points', t.points,
  'tolerance', ${exact('t.tolerance')},
  'baselineHidden', t.baseline_year is not null and t.baseline_value is null and t.rationale = '{}') end`;

const judged = (at: number) =>
  eb
    .selectFrom(rowsAsOf('indicator', at).as('i'))
    .innerJoin(rowsAsOf('area', at).as('a'), (on) => on.on(areaOfScope))
    .leftJoin(rowsAsOf('target', at).as('t'), (on) =>
      on.onRef('t.indicator', '=', 'i.code').onRef('t.area', '=', 'a.code'),
    )
    .leftJoin(laws(at).as('e'), (on) =>
      on.onRef('e.indicator', '=', 'i.code').onRef('e.area', '=', 'a.code'),
    )
    .leftJoin(series(at).as('s'), (on) =>
      on.onRef('s.indicator', '=', 'i.code').onRef('s.area', '=', 'a.code'),
    )
    .leftJoin(breakYears(at).as('b'), (on) =>
      on.onRef('b.indicator', '=', 'i.code').onRef('b.area', '=', 'a.code'),
    )
    .select(['i.code as indicator', 'a.code as area', 'i.kind', 'i.direction'])
    .select((eb) => [
      exact<string | null>('i.min').as('min'),
      PLAN.as('plan'),
      sql<Observed[]>`coalesce(s.observations, '[]')`.as('observations'),
      sql<JudgedFacts['elements']>`coalesce(e.elements, '[]')`.as('elements'),
      sql<number[]>`coalesce(b.years, '[]')`.as('breaks'),
      eb
        .not(
          eb.exists(
            eb
              .selectFrom(rowsAsOf('action_indicator', at).as('l'))
              .where('l.indicator', '=', sql.ref<string>('i.code'))
              .where('l.role', '<>', 'CONTEXT'),
          ),
        )
        .$castTo<boolean>()
        .as('contextOnly'),
    ])
    .where('i.direction', '<>', 'NONE');

const judgedActions = (at: number) =>
  eb
    .selectFrom(rowsAsOf('action', at).as('a'))
    .innerJoin(rowsAsOf('action_indicator', at).as('l'), 'l.action', 'a.code')
    .innerJoin(rowsAsOf('indicator', at).as('i'), 'i.code', 'l.indicator')
    .select(['a.code', 'a.scope'])
    .select(
      sql<ActionFacts['indicators']>`jsonb_agg(jsonb_build_object('code', i.code, 'scope', i.scope,
        'role', l.role, 'weight', ${exact('l.weight')}, 'direction', i.direction) order by l.position)`.as(
        'indicators',
      ),
    )
    .groupBy(['a.code', 'a.scope']);

/** The same figures that the release was assessed from, read back from what it published. */
export const readYearFacts = (em: EntityManager, at: number): Promise<YearFacts> =>
  publicDb(em)
    .selectNoFrom([
      jsonArrayFrom(judged(at)).as('indicators'),
      jsonArrayFrom(judgedActions(at)).as('actions'),
    ])
    .executeTakeFirstOrThrow();

/** How many cells of a release are hidden. A release is frozen but for cells withdrawn for safety, and with each of those there are more. */
export async function countHidden(em: EntityManager, at: number): Promise<number> {
  const { count } = await publicDb(em)
    .selectFrom(rowsAsOf('value', at).as('t'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('t.obs_status', '=', 'Q')
    .executeTakeFirstOrThrow();
  return count;
}
