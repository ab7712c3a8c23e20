import type { EntityManager } from '@mikro-orm/postgresql';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { exact } from '../../database/expressions.ts';
import { prepared } from '../../database/prepared.ts';
import type { Language } from '../../graphql/enums.ts';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import { licenceOf } from './own-licence.ts';
import * as rows from './public-rows.ts';
import { EVER, rowsAsOf } from './rows-as-of.ts';
import { tallied } from './tally.ts';

/** What the figures of a release are about: its areas, actions, indicators, sources and bodies. */
export interface Frame {
  /** The release in which the frame last changed. Later releases with the same sequence here have the same frame and the same counts. */
  since: number;
  areas: rows.AreaRow[];
  actions: rows.ActionRow[];
  indicators: IndicatorOfFrame[];
  indicatorOf: ReadonlyMap<string, IndicatorOfFrame>;
  /** Ordered by action and position. */
  links: rows.LinkRow[];
  linksOf: ReadonlyMap<string, rows.LinkRow[]>;
  /** Action → its links. */
  linksTo: ReadonlyMap<string, rows.LinkRow[]>;
  sources: ReadonlyMap<string, rows.SourceRow>;
  bodies: ReadonlyMap<string, Texts>;
  /** The number of rows of values in each area. A withdrawal does not change it: the row stays, hidden. */
  rowsOf: ReadonlyMap<string, number>;
}

export type IndicatorOfFrame = Rows['indicators'][number]['row'];

const LIFETIME = ['t.from_release as from', 't.until_release as until'] as const;

const readRows = prepared((db) =>
  db.selectNoFrom((eb) => [
    jsonArrayFrom(rows.areas(EVER).select(LIFETIME)).as('areas'),
    jsonArrayFrom(rows.actions(EVER).select(LIFETIME)).as('actions'),
    jsonArrayFrom(
      rows
        .describedIndicators(EVER)
        .select(['t.value_type as valueType', 't.regional_method as regionalMethod'])
        .select([exact('t.multiplier').as('multiplier'), rows.orNone('min'), rows.orNone('max')])
        .select(['t.sensitive', 't.breakdowns'])
        .select(rows.plainFields)
        .select(LIFETIME)
        .orderBy('t.code'),
    ).as('indicators'),
    jsonArrayFrom(rows.links(EVER).select(LIFETIME)).as('links'),
    jsonArrayFrom(rows.sources(EVER).select(LIFETIME)).as('sources'),
    jsonArrayFrom(
      eb.selectFrom(rowsAsOf('body', EVER).as('t')).select(['t.code', 't.names', ...LIFETIME]),
    ).as('bodies'),
    // the counts too, so that a release in which only they change gets its own frame
    jsonArrayFrom(
      eb
        .selectFrom(rowsAsOf('tally', EVER).as('t'))
        .select(['t.area', tallied('rows'), ...LIFETIME])
        .groupBy(['t.area', 't.from_release', 't.until_release']),
    ).as('tallies'),
  ]),
);

/** A row with the range of releases that it belongs to. */
export interface Lived<Row> {
  from: number;
  until: number | null;
  row: Row;
}

type Read = NonNullable<Awaited<ReturnType<typeof readRows>>[0]>;
export type Rows = {
  [Name in keyof Read]: Lived<Omit<Read[Name][number], 'from' | 'until'>>[];
};

/** The rows of all releases. */
export async function readFrames(em: EntityManager): Promise<Rows> {
  const [read] = await readRows(em, {}, {});
  if (!read) throw new Error('A statement without tables answers one row.');
  return {
    areas: read.areas.map(lived),
    actions: read.actions.map(lived),
    indicators: read.indicators.map(lived),
    links: read.links.map(lived),
    sources: read.sources.map(lived),
    bodies: read.bodies.map(lived),
    tallies: read.tallies.map(lived),
  };
}

const lived = <Row extends { from: number; until: number | null }>({
  from,
  until,
  ...row
}: Row) => ({
  from,
  until,
  row,
});

export function frameOf(all: Rows, at: number): Frame {
  const standing = <Row>(list: readonly Lived<Row>[]) =>
    list.flatMap(({ from, until, row }) =>
      from <= at && (until === null || until > at) ? [row] : [],
    );
  const links = standing(all.links);
  const indicators = standing(all.indicators);
  return {
    since: at,
    areas: standing(all.areas),
    actions: standing(all.actions),
    indicators,
    indicatorOf: new Map(indicators.map((indicator) => [indicator.code, indicator])),
    links,
    linksOf: Map.groupBy(links, ({ indicator }) => indicator),
    linksTo: Map.groupBy(links, ({ action }) => action),
    sources: new Map(standing(all.sources).map((source) => [source.id, source])),
    bodies: new Map(standing(all.bodies).map(({ code, names }) => [code, names])),
    rowsOf: rowsByArea(standing(all.tallies)),
  };
}

function rowsByArea(tallies: readonly { area: string; rows: number }[]) {
  const sums = new Map<string, number>();
  for (const { area, rows } of tallies) sums.set(area, (sums.get(area) ?? 0) + rows);
  return sums;
}

/** Who reported a figure: the publisher of its source, else the body in the reader's language, else the source that its row names in words. */
export function bodyIn(
  { sources, bodies }: Pick<Frame, 'sources' | 'bodies'>,
  { source, body, sourceText }: Pick<rows.StoredPoint, 'source' | 'body' | 'sourceText'>,
  lang: Language,
): string | null {
  const publisher = source === null ? undefined : sources.get(source)?.publisher;
  const names = body === null ? undefined : bodies.get(body);
  return publisher ?? (names ? pickText(names, lang).text : sourceText);
}

/** The points with the licence of their source, and whether they can be assessed. */
export const pointsIn = ({ sources }: Frame, points: readonly rows.StoredPoint[]) =>
  points.map((point): rows.PointRow => {
    const source = point.source === null ? undefined : sources.get(point.source);
    return {
      ...point,
      licence: licenceOf(source, (point.body ?? point.sourceText) !== null),
      assessable: source?.kind !== 'MEDIA',
    };
  });

/** The sources with these ids, in the order of the frame. */
export function sourcesNamed(
  { sources }: Frame,
  ...named: readonly (readonly (string | null)[])[]
): rows.SourceRow[] {
  const ids = new Set(named.flat());
  return [...sources.values()].filter(({ id }) => ids.has(id));
}
