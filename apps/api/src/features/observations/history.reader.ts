import type { EntityManager } from '@mikro-orm/postgresql';
import {
  BREAKDOWN_DIMENSIONS,
  type FactContent,
  type Part,
  partKey,
  TOTAL_PART,
} from '@qadam/domain';
import { type RawBuilder, sql, type SqlBool } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { cellsAs, isCollected, populationOf } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import {
  anyText,
  exact,
  exists,
  isTotal,
  partAsJson,
  sameCell,
} from '../../database/expressions.ts';
import { preparedRows } from '../../database/prepared.ts';
import type { MissingReason } from '../../graphql/enums.ts';
import type { Texts } from '../../graphql/local-text.type.ts';
import type { CellRef } from './cell-ref.ts';
import type { AreaValue, YearValue } from './cell.type.ts';

/** A published value and the source that its reporter gave. */
export interface HistoricValue extends YearValue, FactContent {
  missingReason: MissingReason | null;
  /** Null for a value from a public data set: the ministry must not take over its source for the next year. */
  source: string | null;
  /** The note about the value. */
  note: Texts | null;
}

/** The newest value of another country, with that country's population. */
export interface Neighbour extends AreaValue {
  people: string | null;
}

interface Row extends HistoricValue {
  indicator: string;
  area: string;
  part: Part;
}

/** Published values by series, oldest first. */
export class Histories {
  private readonly bySeries: Map<string, Row[]>;
  private readonly areas: string[];

  constructor(
    rows: readonly Row[],
    private readonly people: ReadonlyMap<string, string | null> = new Map(),
  ) {
    this.areas = [...new Set(rows.map(({ area }) => area))].sort();
    this.bySeries = Map.groupBy(rows, (row) => seriesKey(row.area, row.indicator, row.part));
  }

  of(area: string, indicator: string, before = Infinity, part: Part = TOTAL_PART): HistoricValue[] {
    const series = this.bySeries.get(seriesKey(area, indicator, part)) ?? [];
    return series.filter(({ year }) => year < before);
  }

  /** The newest value of each other country. */
  elsewhere(area: string, indicator: string, part: Part): Neighbour[] {
    return this.areas.flatMap((other): Neighbour[] => {
      const series = other === area ? [] : this.of(other, indicator, Infinity, part);
      const last = series.findLast(({ value }) => value !== null);
      if (last?.value == null) return [];
      const people = this.people.get(other) ?? null;
      return [{ area: other, year: last.year, value: last.value, people }];
    });
  }
}

const seriesKey = (area: string, indicator: string, part: Part): string =>
  `${area} ${indicator} ${partKey(part)}`;

const published = (em: EntityManager) =>
  db(em)
    .selectFrom('work.observation as o')
    .innerJoin('work.revision as r', 'r.id', 'o.published_revision')
    .innerJoin('work.indicator as i', 'i.code', 'o.indicator')
    .leftJoin('work.source as s', 's.id', 'r.source')
    .select(['o.indicator', 'o.area', 'o.year', partAsJson('o').as('part')])
    .select(exact<string | null>('r.value').as('value'))
    .select(['r.obs_status as status', 'r.missing_reason as missingReason'])
    .select(['r.fact_date as factDate', 'r.provision', 'r.basis'])
    .select([
      sql<string | null>`case when r.via in ('ENTRY', 'IMPORT') then
        coalesce(r.source_text, nullif(concat_ws(', ', s.publisher, s.title, s.url), '')) end`.as(
        'source',
      ),
      sql<Texts | null>`coalesce(r.note,
        to_jsonb(case when r.comment is not null then json_build_object('en', r.comment) end))`.as(
        'note',
      ),
    ])
    .where(isCollected('o', 'i'))
    .orderBy('o.year');

/** The histories of all areas, so that a value can be compared with those of other countries. */
export async function readAllHistories(
  em: EntityManager,
  indicators: readonly string[],
): Promise<Histories> {
  if (indicators.length === 0) return new Histories([]);
  const rows = await published(em)
    .select((of) => populationOf(of.ref('o.area')).as('people'))
    .where('o.indicator', 'in', indicators)
    .execute();
  return new Histories(rows, new Map(rows.map(({ area, people }) => [area, people])));
}

/** The histories of these areas and indicators, in one SQL statement. `withParts`: the indicators of which not only the total is read. */
export async function readHistories(
  em: EntityManager,
  areas: readonly string[],
  indicators: readonly string[],
  withParts = indicators,
): Promise<Histories> {
  if (areas.length === 0 || indicators.length === 0) return new Histories([]);
  const series = published(em)
    .where('o.area', '=', anyText(areas))
    .where('o.indicator', '=', anyText(indicators))
    .where((eb) => eb.or([isTotal('o'), eb('o.indicator', '=', anyText(withParts))]));
  return new Histories(await preparedRows(em, series));
}

/** The histories of some cells only, for when all series of an area would be too many. */
export async function historiesOf(
  em: EntityManager,
  { area, year }: { area: string; year: number },
  cellRefs: readonly CellRef[],
): Promise<Histories> {
  const series = published(em).innerJoin(cellsAs(area, year, cellRefs), (join) =>
    join.on(sameCell('o', 'f', ['area', 'indicator', ...BREAKDOWN_DIMENSIONS])),
  );
  return new Histories(await series.where('o.published_revision', 'is not', null).execute());
}

/** An expression to select with a cell: the published values of earlier years; null if there are none. `cell`: the alias of the cell's columns. */
export function historyBefore(
  em: EntityManager,
  area: string,
  cell: string,
): RawBuilder<HistoricValue[] | null> {
  const isBefore = sql<SqlBool>`o.area = ${area} and o.published_revision is not null
    and ${sameCell('o', cell, ['indicator', ...BREAKDOWN_DIMENSIONS])} and o.year < ${sql.ref(`${cell}.year`)}`;
  const any = db(em).selectFrom('work.observation as o').select('o.id').where(isBefore);
  // for a new table there is no history, and looking whether there is one is faster than putting together an empty one
  return sql`case when ${exists(any)} then ${jsonArrayFrom(published(em).where(isBefore))} end`;
}
