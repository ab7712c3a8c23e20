import { BREAKDOWN_DIMENSIONS, partOf, readPart, TOTAL } from '@qadam/domain';
import {
  type AliasedExpression,
  expressionBuilder,
  type RawBuilder,
  type SelectQueryBuilder,
  sql,
} from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { CELL_TYPES } from '../../database/cells.ts';
import { publicDb } from '../../database/db.ts';
import {
  by,
  divisions,
  exists,
  isTotal,
  partAsText,
  rowsAs,
  sameCell,
} from '../../database/expressions.ts';
import { type ASKED, prepared } from '../../database/prepared.ts';
import type { PublicTables } from '../../database/tables.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { type AskedYears, expectYears } from '../../graphql/asked-years.ts';
import { expectFirst, pageOf, readCursor, writeCursor } from '../../graphql/cursor.ts';
import { areasOf } from './page-parts.ts';
import type { Reading } from './release.reader.ts';
import { rowsAsOf } from './rows-as-of.ts';
import { endedOf, type ValueParts, type ValueRow, valuesOf, valueTeller } from './series.ts';
import { type Breakdowns, type ComparedParts, FIRST_PARTS } from './series.type.ts';
import { tally } from './tally.ts';

const eb = expressionBuilder<PublicTables>();

/** A breakdown with more parts than this is not drawn: nobody would read so many bars. */
export const MAX_COMPARED_PARTS = 100;

const notTotal = sql<boolean>`not ${isTotal('t')}`;

/** The columns that identify the cell of a part among those of its indicator. */
const CELL_IN_INDICATOR = ['area', 'year', ...BREAKDOWN_DIMENSIONS] as const;
const cellIn = (alias: string) =>
  sql.join(CELL_IN_INDICATOR.map((name) => sql.ref(`${alias}.${name}`)));

/** The columns with the codes of a part. */
export const PART_OF_T = BREAKDOWN_DIMENSIONS.map((name) => `t.${name}` as const);

/**
 * The order of the parts of one indicator and area: the newest year first; parts that are divided by one dimension before those divided by several at
 * once. The index `value_parts` has the same order.
 */
const placeOf = (alias: string): RawBuilder<unknown>[] => [
  sql`-${sql.ref(`${alias}.year`)}`,
  divisions(alias),
  ...BREAKDOWN_DIMENSIONS.map((name) => sql.ref(`${alias}.${name}`)),
];
const whole = (alias: string) => sql`(${sql.join(placeOf(alias))})`;

const inOrder = <DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>) =>
  placeOf('t').reduce((sorted, one) => sorted.orderBy(one), query);

/** The last part first. */
export const fromTheEnd = <DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>) =>
  placeOf('t').reduce((sorted, one) => sorted.orderBy(one, 'desc'), query);

/** The first parts of each area, which come with the page of an indicator. */
export const firstParts = (asked: typeof ASKED, parts: Omit<ValueParts, 'oneCountry'>) =>
  eb
    .selectFrom(asked.eachArea)
    .innerJoinLateral(
      valuesOf(asked, parts)
        .where('t.area', '=', sql.ref<string>('a.area'))
        .where(notTotal)
        .$call(inOrder)
        .limit(sql.lit(FIRST_PARTS))
        .as('p'),
      (on) => on.onTrue(),
    )
    .selectAll('p');

/** `coalesce` keeps PostgreSQL from turning this into a join, which would look up each place by itself. */
const isInPlaceOfFirst = sql<boolean>`coalesce((${cellIn('t')}) in (select ${cellIn('p')} from part p), false)`;

/**
 * What earlier releases showed in the cells of the first parts of each area (the table `part`); `last` is the last of these parts in area `a`. Read
 * from the index in order up to that part: looking up each part by its cell took longer than the rest of the page.
 */
export const endedAmongFirst = (
  { at, code, eachArea }: typeof ASKED,
  last: AliasedExpression<object, 'l'>,
) =>
  eb
    .selectFrom(eachArea)
    .innerJoinLateral(last, (on) => on.onTrue())
    .innerJoinLateral(
      endedOf(
        at,
        sql`(t.indicator = ${code} and t.area = a.area and ${notTotal} and ${whole('t')} <= ${whole('l')} and ${isInPlaceOfFirst})`,
      ).as('e'),
      (on) => on.onTrue(),
    )
    .selectAll('e');

interface PartsAsked extends AskedYears {
  code: string;
  area: string;
  /** SEX|AGE|URBANISATION|REGION|BREAKDOWN */
  part?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}

const CURSOR = 'breakdowns';
/** The content of our cursors: the year and the codes of a part. */
const PLACE = /^\d{4}(\|[^|]+){5}$/;
const WHOLE = { said: true, withdrawn: true };

export function expectPart(part: string | null | undefined): void {
  if (part != null && part.split('|').length !== BREAKDOWN_DIMENSIONS.length)
    throw new ApiError('BAD_USER_INPUT', 'part is SEX|AGE|URBANISATION|REGION|BREAKDOWN.');
}

/** The areas that an indicator can have values for; none if there is no such indicator. */
function areasWith({ frame }: Reading, code: string): string[] {
  const indicator = frame.indicatorOf.get(code);
  return indicator ? areasOf(indicator.scope, frame.areas).map((area) => area.code) : [];
}

const partsOf = (asked: Pick<typeof ASKED, 'at' | 'code'>) =>
  valuesOf(asked, WHOLE).where(notTotal);

/** The parts of an indicator in an area, page by page. */
export async function readBreakdowns(
  reading: Reading,
  { code, area, from, to, part, first, after }: PartsAsked,
): Promise<Breakdowns | null> {
  expectFirst(first);
  expectPart(part);
  expectYears({ from, to });
  const last = readCursor(CURSOR, after);
  if (last !== null && !PLACE.test(last))
    throw new ApiError('BAD_USER_INPUT', 'This cursor names no part.');
  if (!areasWith(reading, code).includes(area)) return null;
  const rows = partsOf({ at: sql`${reading.at}::int`, code: sql`${code}` })
    .select(sql<string>`concat_ws('|', t.year, ${partAsText('t')})`.as('place'))
    .where('t.area', '=', area)
    // with a minus, as the index has it; bigint, because the lowest integer has no positive counterpart
    .$if(from != null, (all) => all.where(sql<boolean>`-t.year <= ${-(from ?? 0)}::bigint`))
    .$if(to != null, (all) => all.where(sql<boolean>`-t.year >= ${-(to ?? 0)}::bigint`))
    .$if(part != null, (all) =>
      all.where((of) => {
        const asked = readPart(part ?? '');
        return of.and(BREAKDOWN_DIMENSIONS.map((name) => of(`t.${name}`, '=', asked[name])));
      }),
    )
    .$if(last !== null, (all) => all.where(isAfter(last ?? '')))
    .$call(inOrder)
    .limit(first + 1);
  const { values } = await publicDb(reading.em)
    .selectNoFrom(jsonArrayFrom(rows).as('values'))
    .executeTakeFirstOrThrow();
  const page = pageOf(values, first, ({ place }) => writeCursor(CURSOR, place));
  const tell = await tellerOf(reading, code, page.rows);
  return { values: page.rows.map((row) => tell(row)), next: page.next };
}

/** Does a row come after the one at this place (year and part)? */
function isAfter(place: string): RawBuilder<boolean> {
  const [year = '', ...codes] = place.split('|');
  const divided = codes.filter((code) => code !== TOTAL).length;
  return sql`${whole('t')} > (-${year}::int, ${divided}::int, ${sql.join(codes)})`;
}

/** A function that makes these parts for an answer, with what earlier releases showed in their cells. */
async function tellerOf(reading: Reading, code: string, rows: readonly ValueRow[]) {
  if (rows.length === 0) return valueTeller([], reading);
  const { em, at } = reading;
  const cells = rows.map((row) => ({
    indicator: code,
    area: row.area,
    year: row.year,
    ...partOf(row),
  }));
  const asked = eb
    .selectFrom(rowsAs('c', CELL_TYPES, cells))
    .where(sameCell('c', 't', CELL_IN_INDICATOR));
  const isAsked = sql<boolean>`(t.indicator = ${code} and ${exists(asked)})`;
  const { ended } = await publicDb(em)
    .selectNoFrom(jsonArrayFrom(endedOf(sql`${at}::int`, isAsked)).as('ended'))
    .executeTakeFirstOrThrow();
  return valueTeller(ended, reading);
}

/** How a part is divided: by one dimension, by one list of groups (the letters of their codes), or by several dimensions at once (crossed). */
const division = sql<string>`case when ${divisions('t')} > 1 then 'crossed' ${sql.join(
  BREAKDOWN_DIMENSIONS.filter((name) => name !== 'breakdown').map(
    (name) => sql`when ${sql.ref(`t.${name}`)} <> ${sql.lit(TOTAL)} then ${sql.lit(name)}`,
  ),
  sql` `,
)} else substring(t.breakdown from '^[A-Z]*') end`;

const isDividedOnce = sql<boolean>`${divisions('t')} = 1`;
const isCrossed = sql<boolean>`${divisions('t')} > 1`;

interface YearsAsked {
  code: string;
  from: number;
  to: number;
}

/** For each way in which an area is divided: the parts of the first and the last year of the period that have a figure or a hidden one. */
const readCompared = prepared(
  (db, { at, code, areas, from, to }) => {
    // The years of crossed parts were chosen below among all of them: those that are read may be the ones without a figure.
    const isSaid = sql`p.division = 'crossed' or p.value is not null or p."obsStatus" = 'Q'`;
    const inYear = sql<boolean>`(t.area = y.area and -t.year = -y.year)`;
    const inEnds = sql<boolean>`(t.area = c.area and -t.year in (-c.first, -c.last))`;
    const crossed = eb
      .selectFrom(rowsAsOf('value', at).as('t'))
      .where('t.indicator', '=', code)
      .where(notTotal)
      .where(isCrossed);
    // looked for year by year: without `offset` PostgreSQL may read all of them to join them with the years
    const crossedInYear = crossed.where(inYear).offset(sql.lit(0));
    const parts = partsOf({ at, code }).select(division.as('division'));
    return (
      db
        .with('year', () =>
          tally(at)
            .innerJoinLateral(
              sql<{
                year: number;
              }>`generate_series(greatest(t.first_year, ${from}), least(t.last_year, ${to}))`.as<'g'>(
                sql`g(year)`,
              ),
              (on) => on.onTrue(),
            )
            .select(['t.area', 'g.year'])
            .where('t.indicator', '=', code)
            .where('t.area', '=', areas),
        )
        // There may be very many crossed parts, so their years are found without reading them all.
        .with('crossed', (db) =>
          db
            .selectFrom(
              db
                .selectFrom('year as y')
                .select(['y.area', 'y.year'])
                .select(
                  exists(
                    crossedInYear.where(sql<boolean>`(t.value is not null or t.obs_status = 'Q')`),
                  ).as('said'),
                )
                .where(exists(crossedInYear))
                // otherwise PostgreSQL would look for `said` anew at each place that uses it
                .offset(sql.lit(0))
                .as('y'),
            )
            .select('y.area')
            .select(sql`coalesce(min(y.year) filter (where y.said), min(y.year))`.as('first'))
            .select(sql`coalesce(max(y.year) filter (where y.said), max(y.year))`.as('last'))
            .groupBy('y.area'),
        )
        // Those that are too many to draw are counted only as far as that, and nothing else of them is read.
        .with(
          (cte) => cte('drawn').materialized(),
          (db) =>
            db
              .selectFrom('crossed as c')
              .innerJoinLateral(
                eb
                  .selectFrom(
                    crossed
                      .where(inEnds)
                      .limit(sql.lit(2 * MAX_COMPARED_PARTS + 1))
                      .as('t'),
                  )
                  .select(({ fn }) => fn.countAll<number>().as('count'))
                  .as('n'),
                (on) => on.on('n.count', '<=', sql.lit(2 * MAX_COMPARED_PARTS)),
              )
              .selectAll('c'),
        )
        // year by year, in the order of the index: a single join would search all parts
        .with('part', (db) =>
          db
            .selectFrom('year as y')
            .innerJoinLateral(
              parts.where(inYear).where(isDividedOnce).$call(inOrder).as('p'),
              (on) => on.onTrue(),
            )
            .selectAll('p')
            .unionAll(
              db
                .selectFrom('drawn as c')
                .innerJoinLateral(
                  parts
                    .where(inEnds)
                    .where(isCrossed)
                    .limit(sql.lit(2 * MAX_COMPARED_PARTS))
                    .as('p'),
                  (on) => on.onTrue(),
                )
                .selectAll('p'),
            ),
        )
        .with('ends', (db) =>
          db
            .selectFrom('part as p')
            .select(['p.area', 'p.division'])
            .select(sql`coalesce(min(p.year) filter (where ${isSaid}), min(p.year))`.as('first'))
            .select(sql`coalesce(max(p.year) filter (where ${isSaid}), max(p.year))`.as('last'))
            .groupBy(['p.area', 'p.division']),
        )
        .with('compared', (db) =>
          db
            .selectFrom('part as p')
            .innerJoin('ends as e', (on) =>
              on.onRef('e.area', '=', 'p.area').onRef('e.division', '=', 'p.division'),
            )
            .selectAll('p')
            .select(sql`count(*) over (partition by p.area, p.division)`.as('count'))
            .where(sql<boolean>`p.year in (e.first, e.last)`),
        )
        .selectNoFrom((query) =>
          jsonArrayFrom(
            query
              .selectFrom('compared as t')
              .selectAll('t')
              .where('t.count', '<=', sql.lit(2 * MAX_COMPARED_PARTS))
              .$call(by('t.area', 't.year', ...PART_OF_T))
              .$castTo<ValueRow>(),
          ).as('values'),
        )
    );
  },
  { planning: 'ONCE' },
);

/** The parts that a view compares, of each area that the indicator can have values for; null if there is no such indicator. */
export async function readComparedParts(
  reading: Reading,
  { code, from, to }: YearsAsked,
): Promise<ComparedParts[] | null> {
  expectYears({ from, to });
  const areas = areasWith(reading, code);
  if (areas.length === 0) return null;
  const { em, at } = reading;
  const [{ values } = { values: [] }] = await readCompared(em, { at, code, areas, from, to }, {});
  const tell = await tellerOf(reading, code, values);
  const inArea = Map.groupBy(values, ({ area }) => area);
  return areas.map((area) => {
    return { area, values: (inArea.get(area) ?? []).map((row) => tell(row)) };
  });
}
