import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  additiveOf,
  checkTable,
  partKey,
  partOf,
  type TableCell,
  type TableHit,
  TOTAL,
} from '@qadam/domain';
import { db } from '../../database/db.ts';
import { anyText, PART_OF_O } from '../../database/expressions.ts';
import type { Checkable } from '../observations/checks.ts';

/** Identifies a table: all cells of an indicator in a year. */
interface TableRef {
  indicator: string;
  year: number;
}

/** A table with those of its cells that are being submitted. */
export interface HandedTable extends Pick<Checkable, 'indicator' | 'year'> {
  cells: HandedEntry[];
}
interface HandedEntry extends TableCell {
  /** The place of the cell in the request. */
  place: number;
  observation: string;
}

export interface WrongSum extends TableHit, TableRef {
  /** The place of the total, or, if it is not submitted, of some part of the table. */
  place: number;
  observation: string;
}

/** How many cells are read and added up at a time, before other requests get a turn. */
const CHUNK = 5000;

/**
 * Totals that do not match their parts, in these tables of one area, with all entered cells, submitted or not. Submitted cells have been
 * read already, so only tables with further cells are read again, with an SQL statement for every few thousand cells that they
 * can have.
 */
export async function* wrongSums(
  em: EntityManager,
  area: string,
  tables: readonly HandedTable[],
): AsyncGenerator<WrongSum> {
  if (tables.length === 0) return;
  const entered = new Map(
    (
      await enteredIn(em, area, tables)
        .select(['o.indicator', 'o.year', ({ fn }) => fn.countAll<number>().as('count')])
        .groupBy(['o.indicator', 'o.year'])
        .execute()
    ).map(({ count, ...table }) => [tableKey(table), count]),
  );
  for (const chunk of chunksOf(tables)) {
    // lets other requests be answered in between
    await nextTurn();
    const handed = new Map(
      chunk.map((table) => [keyOf(table), table.cells.filter(({ part }) => part.region === TOTAL)]),
    );
    const partly = chunk.filter(
      (table) => handed.get(keyOf(table))?.length !== entered.get(keyOf(table)),
    );
    const rest = partly.length === 0 ? null : await cellsOf(em, area, partly);
    for (const table of chunk) {
      const { indicator, year, cells } = table;
      const { code, tableAxes: axes, regionalMethod } = indicator;
      const own = rest?.get(keyOf(table)) ?? handed.get(keyOf(table)) ?? [];
      const hits = checkTable({ axes, additive: additiveOf(regionalMethod), cells: own });
      for (const hit of hits) {
        const key = partKey(hit.part);
        const { place, observation } = cells.find(({ part }) => partKey(part) === key) ??
          cells[0] ?? { place: -1, observation: '' };
        yield { ...hit, indicator: code, year, place, observation };
      }
    }
  }
}

const enteredIn = (em: EntityManager, area: string, tables: readonly HandedTable[]) =>
  db(em)
    .selectFrom('work.observation as o')
    .where('o.area', '=', area)
    // a file has few years even if it has very many tables; the codes are one parameter, however many
    .where('o.indicator', '=', anyText([...new Set(tables.map(({ indicator }) => indicator.code))]))
    .where('o.year', 'in', [...new Set(tables.map(({ year }) => year))])
    // this is what isCollected means for indicators with a table; isCollected itself would read large lists of codes for each cell
    .where('o.region', '=', TOTAL);

async function cellsOf(em: EntityManager, area: string, tables: readonly HandedTable[]) {
  const rows = await enteredIn(em, area, tables)
    .innerJoin('work.revision as r', 'r.id', 'o.current_revision')
    .select(['o.indicator', 'o.year', 'r.value', 'r.numerator', 'r.denominator'])
    .select(PART_OF_O)
    .execute();
  return Map.groupBy(
    rows.map((row) => ({ ...row, part: partOf(row) })),
    tableKey,
  );
}

function* chunksOf(tables: readonly HandedTable[]): Generator<HandedTable[]> {
  let chunk: HandedTable[] = [];
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

export const tableKey = ({ indicator, year }: TableRef): string => `${indicator} ${String(year)}`;

const keyOf = ({ indicator, year }: HandedTable): string =>
  tableKey({ indicator: indicator.code, year });
