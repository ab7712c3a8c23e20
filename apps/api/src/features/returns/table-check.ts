import type { EntityManager } from '@mikro-orm/postgresql';
import { additiveOf, checkTable, type Part, partKey, type TableHit } from '@qadam/domain';
import { isCollected } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import { partAsJson } from '../../database/expressions.ts';
import type { DeskIndicator } from '../indicators/desk-indicator.ts';
import type { ReadObservation } from './work-observation.reader.ts';

export interface WrongSum extends TableHit {
  indicator: string;
  year: number;
}

/**
 * Totals that their parts contradict, in the tables that these observations of one area belong to: with all that is
 * entered there, handed in or not. In one statement; none where nothing is collected by parts.
 */
export async function wrongSums(
  em: EntityManager,
  area: string,
  read: readonly ReadObservation[],
): Promise<WrongSum[]> {
  const asked = new Map<string, { indicator: DeskIndicator; year: number }>();
  for (const { checked } of read) {
    const { indicator, year } = checked;
    if (indicator.tableAxes.length > 0) asked.set(tableKey(indicator.code, year), checked);
  }
  if (asked.size === 0) return [];
  const tables = [...asked.values()];
  const codes = tables.map(({ indicator }) => indicator.code);
  const years = tables.map(({ year }) => year);
  const rows = await db(em)
    .selectFrom('work.observation as o')
    .innerJoin('work.revision as r', 'r.id', 'o.current_revision')
    .innerJoin('work.indicator as i', 'i.code', 'o.indicator')
    .select(['o.indicator', 'o.year', 'r.value', 'r.numerator', 'r.denominator'])
    .select(partAsJson('o').as('part'))
    .where('o.area', '=', area)
    .where('o.indicator', 'in', codes)
    .where('o.year', 'in', years)
    .where(isCollected('o', 'i'))
    .execute();
  const cells = Map.groupBy(rows, ({ indicator, year }) => tableKey(indicator, year));
  return tables.flatMap(({ indicator, year }) =>
    checkTable({
      axes: indicator.tableAxes,
      additive: additiveOf(indicator.regionalMethod),
      cells: cells.get(tableKey(indicator.code, year)) ?? [],
    }).map((hit) => ({ ...hit, indicator: indicator.code, year })),
  );
}

/** Where in the request it is reported: at the total itself, or at any part of the table that is handed in. */
export function placeOf(
  { part, indicator, year }: WrongSum,
  read: readonly ReadObservation[],
): number {
  const isOfTable = ({ observation }: ReadObservation) =>
    observation.indicator === indicator && observation.year === year;
  const is = (one: ReadObservation, wanted: Part) =>
    isOfTable(one) && partKey(one.part) === partKey(wanted);
  const exactly = read.findIndex((one) => is(one, part));
  return exactly < 0 ? read.findIndex(isOfTable) : exactly;
}

const tableKey = (indicator: string, year: number): string => `${indicator} ${String(year)}`;
