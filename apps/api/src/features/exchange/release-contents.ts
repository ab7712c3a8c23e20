import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { publicDb } from '../../database/db.ts';
import { anyText, exact } from '../../database/expressions.ts';
import { prepared } from '../../database/prepared.ts';
import type { Texts } from '../../graphql/local-text.type.ts';
import { OWN_LICENCE } from '../publication/own-licence.ts';
import {
  actions,
  areas,
  indicators,
  levels,
  plainFields,
  sources,
} from '../publication/public-rows.ts';
import { type At, type Row, rowsAsOf } from '../publication/rows-as-of.ts';
import { origins, tallied, talliedOrigins, tally } from '../publication/tally.ts';
import { isClosed, isOpen, passes, type RowFilter } from './row-filter.ts';

/** Indicators with what files say about them. `elements`: the parts of a law, in order. */
const described = (at: At) =>
  indicators(at)
    .select([exact('t.multiplier').as('multiplier'), 't.value_type as valueType', 't.sensitive'])
    .select('t.definition')
    .select(plainFields)
    .orderBy('t.code');

/** The licence of a value with a joined source `s` (own-licence.ts), in SQL. */
const licenceUnder = (s: string, own: RawBuilder<boolean>): RawBuilder<string | null> =>
  sql`coalesce(${sql.ref(`${s}.licence`)}, case when ${own} then ${sql.lit(OWN_LICENCE)} end)`;

export interface ReleasedIndicator extends Row<typeof described> {
  /** Rows that pass the filter, and how many of them are hidden. */
  rows: number;
  hidden: number;
}

/**
 * How far an action or an indicator is in an area, as of the year of the release: exact shares, and percentage points since 2022; for a number also
 * its pace. `reason`: why there is no level; `since`: sequence of the first release in which the level is as it is now. In the order of the
 * framework; context indicators are never judged.
 */
const releasedLevels = (at: At) =>
  levels(at)
    .leftJoin(rowsAsOf('action', at).as('p'), (on) =>
      on.onRef('p.code', '=', 't.subject').on('t.kind', '=', 'ACTION'),
    )
    .leftJoin(rowsAsOf('indicator', at).as('i'), (on) =>
      on.onRef('i.code', '=', 't.subject').on('t.kind', '=', 'INDICATOR'),
    )
    .leftJoin(rowsAsOf('area', at).as('r'), 'r.code', 't.area')
    .select(['t.from_release as since', sql<string | null>`t.detail ->> 'reason'`.as('reason')])
    .where(sql<boolean>`t.detail ->> 'reason' is distinct from 'CONTEXT'`)
    .orderBy('t.kind')
    .orderBy(({ fn }) => fn.coalesce('p.position', 'i.position'))
    .orderBy('t.subject')
    .orderBy('r.position')
    .orderBy('t.area');
export type ReleasedLevel = Row<typeof releasedLevels>;
export type NamedSource = Row<typeof sources>;

/** The meaning of the codes of a release in all available languages: the same for each of its files. */
export type ReleaseCodes = Awaited<ReturnType<typeof readCodes>>;

/** At most one statement, however much the release holds. */
const readLists = prepared(
  (db, { at }) =>
    db.selectNoFrom((eb) => [
      jsonArrayFrom(areas(at)).as('areas'),
      jsonArrayFrom(described(at)).as('indicators'),
      jsonArrayFrom(sources(at)).as('sources'),
      jsonArrayFrom(
        eb.selectFrom(rowsAsOf('body', at).as('t')).select(['t.code', 't.names']).orderBy('t.code'),
      ).as('bodies'),
      jsonArrayFrom(releasedLevels(at)).as('levels'),
      jsonArrayFrom(actions(at).orderBy('t.code')).as('actions'),
    ]),
  { planning: 'ONCE' },
);

export async function readCodes(em: EntityManager, at: number) {
  const [read] = await readLists(em, { at }, {});
  if (!read) throw new Error('A statement without tables answers one row.');
  return {
    ...read,
    areas: new Map(read.areas.map((row) => [row.code, row])),
    actions: new Map(read.actions.map(({ code, title }) => [code, title])),
  };
}

/** What a file is about: the codes its rows use. */
export interface ReleaseContents extends Pick<ReleaseCodes, 'areas' | 'actions'> {
  /** In the order of the framework, including those without a row. */
  indicators: ReadonlyMap<string, ReleasedIndicator>;
  /** Only sources that a row names. */
  sources: ReadonlyMap<string, NamedSource>;
  /** The levels of the actions and indicators that the file is about. */
  levels: readonly ReleasedLevel[];
  /** Code → names, for the reporting bodies that a row names. */
  bodies: ReadonlyMap<string, Texts>;
  rows: number;
  hidden: number;
  /** First and last year that has a row; null without rows. */
  years: { from: number; to: number } | null;
}

/** How many rows of each indicator, source and body pass the filter. A filter by indicator and area alone is answered from stored counts. */
async function countRows(em: EntityManager, at: number, filter: RowFilter) {
  const { indicators, areas, ...more } = filter;
  // not even asked: where there are many rows, PostgreSQL would start processes to read them together
  if (isClosed(filter)) return [];
  if (isOpen(more))
    return publicDb(em)
      .selectFrom(
        origins(at)
          .select(['t.indicator', 'o.source', 'o.body', ...talliedOrigins])
          .$if(indicators !== undefined, (query) =>
            query.where('t.indicator', '=', anyText(indicators ?? [])),
          )
          .$if(areas !== undefined, (query) => query.where('t.area', '=', anyText(areas ?? [])))
          .groupBy(['t.indicator', 'o.source', 'o.body'])
          .as('counted'),
      )
      .selectAll()
      .execute();
  return publicDb(em)
    .selectFrom(rowsAsOf('value', at).as('v'))
    .select(({ fn }) => [
      ...(['v.indicator', 'v.source', 'v.body'] as const),
      fn.countAll<number>().as('rows'),
      fn.countAll<number>().filterWhere('v.obs_status', '=', 'Q').as('hidden'),
      fn.min('v.year').as('first'),
      fn.max('v.year').as('last'),
    ])
    .where(passes(filter))
    .groupBy(['v.indicator', 'v.source', 'v.body'])
    .execute();
}

/** At most one statement, however much the release holds. */
export async function readContents(
  em: EntityManager,
  release: number,
  filter: RowFilter,
  codes: ReleaseCodes,
): Promise<ReleaseContents> {
  const counted = await countRows(em, release, filter);
  const counts = new Map<string, { rows: number; hidden: number }>();
  for (const { indicator, rows, hidden } of counted) {
    const before = counts.get(indicator) ?? NONE;
    counts.set(indicator, { rows: before.rows + rows, hidden: before.hidden + hidden });
  }
  const named = new Set(counted.map(({ source }) => source));
  const reporting = new Set(counted.map(({ body }) => body));
  const total = (name: 'rows' | 'hidden') => counted.reduce((sum, row) => sum + row[name], 0);
  return {
    areas: codes.areas,
    actions: codes.actions,
    indicators: new Map(
      codes.indicators.map((row) => [row.code, { ...row, ...(counts.get(row.code) ?? NONE) }]),
    ),
    sources: new Map(codes.sources.filter(({ id }) => named.has(id)).map((row) => [row.id, row])),
    levels: levelsOf(codes.levels, filter),
    bodies: new Map(
      codes.bodies
        .filter(({ code }) => reporting.has(code))
        .map(({ code, names }) => [code, names]),
    ),
    rows: total('rows'),
    hidden: total('hidden'),
    years:
      counted.length === 0
        ? null
        : {
            from: Math.min(...counted.map(({ first }) => first)),
            to: Math.max(...counted.map(({ last }) => last)),
          },
  };
}

const NONE = { rows: 0, hidden: 0 };

/** The levels of the indicators and areas that a file is about; those of actions too if it is about all indicators. */
function levelsOf(
  all: readonly ReleasedLevel[],
  { indicators, areas }: RowFilter,
): ReleasedLevel[] {
  return all.filter(
    ({ kind, subject, area }) =>
      (areas?.includes(area) ?? true) &&
      (indicators === undefined || (kind === 'INDICATOR' && indicators.includes(subject))),
  );
}

/** The indicators of a release that have rows; and the licences of the rows that name their origin, the most frequent first. */
export function readShares(em: EntityManager, release: number) {
  const licence = licenceUnder('s', sql`o.own`);
  return publicDb(em)
    .selectNoFrom([
      jsonArrayFrom(
        tally(release)
          .select(['t.indicator as code', tallied('rows'), tallied('hidden')])
          .select(({ fn }) => [
            fn.min('t.first_year').as('first'),
            fn.max('t.last_year').as('last'),
          ])
          .groupBy('t.indicator'),
      ).as('indicators'),
      jsonArrayFrom(
        origins(release)
          .leftJoin(rowsAsOf('source', release).as('s'), 's.id', 'o.source')
          .select(({ fn }) => [
            licence.$notNull().as('licence'),
            sql<number>`sum(o.rows)`.as('rows'),
            fn.count<number>('s.id').distinct().as('sources'),
          ])
          .where(licence, 'is not', null)
          .groupBy(licence)
          .orderBy('rows', 'desc')
          .orderBy('licence'),
      ).as('licences'),
    ])
    .executeTakeFirstOrThrow();
}
