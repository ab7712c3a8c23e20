import type { EntityManager } from '@mikro-orm/postgresql';
import { expressionBuilder, type RawBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { publicDb } from '../../database/db.ts';
import { anyText, by, exact, exists, isPart, isTotal } from '../../database/expressions.ts';
import type { PublicTables } from '../../database/tables.ts';
import { areas, orNone } from './public-rows.ts';
import { releaseDay } from './release-day.ts';
import type { ValueHits } from './release.entity.ts';
import { rowsAsOf } from './rows-as-of.ts';

const eb = expressionBuilder<PublicTables>();

/** Is it an element of a law? A law has no total. */
const isElement = (at: number): RawBuilder<boolean> =>
  sql`(${isPart('v', 'breakdown')} and v.indicator in ${eb
    .selectFrom(rowsAsOf('indicator', at).as('i'))
    .select('i.code')
    .where('i.kind', '=', 'MILESTONE')})`;

/** The totals and elements among these values `v`. Two queries, because each finds its rows by an index among a million parts. */
const told = (at: number, values: typeof ofRelease | typeof ofAll) =>
  values(at)
    .where(isTotal('v'))
    .unionAll(values(at).where(isElement(at)));

const ofRelease = (at: number) => eb.selectFrom(rowsAsOf('value', at).as('v')).selectAll('v');
const ofAll = (at: number) =>
  eb.selectFrom('publication.value as v').selectAll('v').where('v.from_release', '<=', at);

/** What was reported: the total; for a law the first element that has a stage. */
const reported = (at: number, codes: readonly string[] | null) =>
  eb
    .selectFrom(told(at, ofRelease).as('v'))
    .distinctOn(['v.area', 'v.indicator', 'v.year'])
    .select(['v.area', 'v.indicator', 'v.year', 'v.obs_status as obsStatus'])
    .select((['value', 'numerator', 'denominator'] as const).map((name) => orNone(name, 'v')))
    .select(['v.missing_reason as missingReason', 'v.submitted_on as submittedOn'])
    .select((eb) => eb('v.note', 'is not', null).$castTo<boolean>().as('noted'))
    .$if(codes !== null, (query) => query.where('v.indicator', '=', anyText(codes ?? [])))
    .$call(by('v.area', 'v.indicator', 'v.year'))
    .orderBy(sql`v.value is null`)
    .$call(by('v.submitted_on', 'v.breakdown'));

/** The indicators of the grid. */
const asked = (at: number) =>
  eb
    .selectFrom(rowsAsOf('indicator', at).as('t'))
    .select(['t.code', 't.kind', 't.unit', 't.decimals', 't.value_type as valueType', 't.name'])
    .select([exact('t.multiplier').as('multiplier'), orNone('min'), orNone('max')])
    .where('t.scope', '=', 'COUNTRY');

/** Every change of a figure from one release to the next. */
const revisions = (at: number, codes: readonly string[]) =>
  eb
    .selectFrom(
      eb
        .selectFrom(told(at, ofAll).as('v'))
        .where('v.indicator', '=', anyText(codes))
        .select(['v.area', 'v.indicator', 'v.year', 'v.value', 'v.reason', 'v.from_release'])
        .select(
          sql<
            string | null
          >`lag(v.value) over (partition by v.indicator, v.area, v.year, v.breakdown
          order by v.from_release)`.as('before'),
        )
        .as('t'),
    )
    .select(['t.area', 't.indicator', 't.year', 't.reason'])
    .select([exact('t.before').as('before'), exact('t.value').as('value')])
    .whereRef('t.before', '<>', 't.value')
    .orderBy('t.from_release');

/** What all pages of the grid share. `checked`: rule hits were kept with the release. */
export function readFrame(em: EntityManager, at: number) {
  const hits = eb.selectFrom('publication.rule_hits as k').where('k.release', '=', at);
  return publicDb(em)
    .selectNoFrom((eb) => [
      jsonArrayFrom(areas(at)).as('areas'),
      jsonArrayFrom(asked(at).$call(by('t.position', 't.code'))).as('indicators'),
      jsonArrayFrom(
        eb
          .selectFrom(rowsAsOf('cycle', at).as('t'))
          .select(['t.year', 't.due_on as dueOn'])
          .orderBy('t.year'),
      ).as('cycles'),
      jsonArrayFrom(hits.select('k.hits')).as('hits'),
      exists(hits).as('checked'),
    ])
    .executeTakeFirstOrThrow();
}

/** What a release holds for some indicators. */
export const readCells = (em: EntityManager, at: number, codes: readonly string[]) =>
  publicDb(em)
    .selectNoFrom((eb) => [
      jsonArrayFrom(reported(at, codes)).as('values'),
      jsonArrayFrom(
        eb
          .selectFrom(rowsAsOf('assignment', at).as('t'))
          .select(['t.cycle', 't.area', 't.indicator'])
          .where('t.indicator', '=', anyText(codes)),
      ).as('assignments'),
      jsonArrayFrom(revisions(at, codes)).as('revisions'),
    ])
    .executeTakeFirstOrThrow();

/** One figure per year for one indicator or for all: the input of the rules. */
export const readTotals = (em: EntityManager, release: number, indicator: string | null) =>
  publicDb(em)
    .selectNoFrom((eb) => [
      jsonArrayFrom(
        asked(release)
          .$if(indicator !== null, (query) => query.where('t.code', '=', indicator))
          .$call(by('t.position', 't.code')),
      ).as('indicators'),
      jsonArrayFrom(reported(release, indicator === null ? null : [indicator])).as('values'),
      releaseDay(
        sql`coalesce(${eb.selectFrom('publication.release as r').select('r.published_at').where('r.sequence', '=', release)}, now())`,
      ).as('day'),
    ])
    .executeTakeFirstOrThrow();

/** The totals of a release, and the day by which they are judged: the day of the release, so it never changes. */
export type ReleasedTotals = Awaited<ReturnType<typeof readTotals>>;

export type QualityFrame = Pick<
  Awaited<ReturnType<typeof readFrame>>,
  'areas' | 'indicators' | 'cycles'
>;
export type QualityCells = Awaited<ReturnType<typeof readCells>> & {
  /** The rule hits of the values. */
  hits: readonly ValueHits[];
};
export type QualityIndicatorRow = QualityFrame['indicators'][number];
export type QualityValueRow = QualityCells['values'][number];
