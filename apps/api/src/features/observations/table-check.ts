import type { EntityManager } from '@mikro-orm/postgresql';
import {
  additiveOf,
  checkTable,
  type Part,
  partKey,
  type TableCell,
  type TableHit,
} from '@qadam/domain';
import type { DeskIndicator } from '../indicators/desk-indicator.ts';
import { exact } from '../../database/sql-text.ts';
import { isCollected } from './cell-sql.ts';
import { isTotal, partAsJson } from '../../database/cell-columns.ts';
import type { ReadObservation } from './work-observation.reader.ts';

interface Row extends TableCell {
  indicator: string;
  year: number;
}

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
  const rows = await em.execute<Row[]>(
    `select o.indicator, o.year, ${partAsJson('o')} as part, ${exact('r.value')} as value,
       ${exact('r.numerator')} as numerator, ${exact('r.denominator')} as denominator
     from work.observation o join work.revision r on r.id = o.current_revision
       join work.indicator i on i.code = o.indicator
     where o.area = ? and o.indicator in (?) and o.year in (?)
       and (${isTotal('o')} or ${isCollected('o', 'i')})`,
    [area, tables.map(({ indicator }) => indicator.code), tables.map(({ year }) => year)],
  );
  const cells = Map.groupBy(rows, ({ indicator, year }) => tableKey(indicator, year));
  return tables.flatMap(({ indicator, year }) =>
    checkTable({
      axes: indicator.tableAxes,
      additive: additiveOf(indicator.regionalMethod),
      cells: cells.get(tableKey(indicator.code, year)) ?? [],
    }).map((hit) => ({ ...hit, indicator: indicator.code, year })),
  );
}

/** Where in the request it is told: at the total itself, or at any part of the table that is handed in. */
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
