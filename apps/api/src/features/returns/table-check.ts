import type { EntityManager } from '@mikro-orm/postgresql';
import {
  additiveOf,
  checkTable,
  type Part,
  partKey,
  partOf,
  type TableHit,
  TOTAL,
} from '@qadam/domain';
import { db } from '../../database/db.ts';
import { PART_OF_O } from '../../database/expressions.ts';
import type { Checkable } from '../observations/checks.ts';
import type { HandedCell } from './handed-cells.reader.ts';

export interface WrongSum extends TableHit {
  indicator: string;
  year: number;
}

/** What names a table: the cells of an indicator in a year. */
type TableRef = Pick<HandedCell, 'indicator' | 'year'>;

/** So many cells are read and added up at once, without letting others work meanwhile. */
const CHUNK = 5000;

/**
 * Totals that their parts contradict, in these tables of one area: with all that is entered there, handed in or not. A
 * statement for every few thousand cells that the tables can have.
 */
export async function* wrongSums(
  em: EntityManager,
  area: string,
  tables: Iterable<Pick<Checkable, 'indicator' | 'year'>>,
): AsyncGenerator<WrongSum> {
  for (const chunk of chunksOf(tables)) {
    const codes = chunk.map(({ indicator }) => indicator.code);
    const years = chunk.map(({ year }) => year);
    const rows = await db(em)
      .selectFrom('work.observation as o')
      .innerJoin('work.revision as r', 'r.id', 'o.current_revision')
      .select(['o.indicator', 'o.year', 'r.value', 'r.numerator', 'r.denominator'])
      .select(PART_OF_O)
      .where('o.area', '=', area)
      .where('o.indicator', 'in', codes)
      .where('o.year', 'in', years)
      // what isCollected comes to for indicators that have a table; asked there, large lists of codes would be read for each cell
      .where('o.region', '=', TOTAL)
      .execute();
    const cells = Map.groupBy(
      rows.map((row) => ({ ...row, part: partOf(row) })),
      tableKey,
    );
    for (const { indicator, year } of chunk) {
      const { code, tableAxes: axes, regionalMethod } = indicator;
      const own = cells.get(tableKey({ indicator: code, year })) ?? [];
      const hits = checkTable({ axes, additive: additiveOf(regionalMethod), cells: own });
      for (const hit of hits) yield { ...hit, indicator: code, year };
    }
  }
}

function* chunksOf<Table extends Pick<Checkable, 'indicator' | 'year'>>(
  tables: Iterable<Table>,
): Generator<Table[]> {
  let chunk: Table[] = [];
  let size = 0;
  for (const table of tables) {
    const { tableAxes: axes } = table.indicator;
    const cells = axes.reduce((product, { codes }) => product * (codes.length + 1), 1);
    if (chunk.length > 0 && size + cells > CHUNK) {
      yield chunk;
      chunk = [];
      size = 0;
    }
    chunk.push(table);
    size += cells;
  }
  if (chunk.length > 0) yield chunk;
}

/** Where in the request it is reported: at the total itself, or at any part of the table that is handed in. */
export function placeOf(
  { part, ...table }: WrongSum,
  handedIn: readonly Pick<HandedCell, 'indicator' | 'year' | 'part'>[],
): number {
  const isOfTable = (one: TableRef) => tableKey(one) === tableKey(table);
  const is = (one: TableRef & { part: Part }, wanted: Part) =>
    isOfTable(one) && partKey(one.part) === partKey(wanted);
  const exactly = handedIn.findIndex((one) => is(one, part));
  return exactly < 0 ? handedIn.findIndex(isOfTable) : exactly;
}

export const tableKey = ({ indicator, year }: TableRef): string => `${indicator} ${String(year)}`;
