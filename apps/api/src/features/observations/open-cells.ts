import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { db } from '../../database/db.ts';
import { now } from '../../database/expressions.ts';

/** Reopens cells for a person who did not ask for each of them. If the person has a waiting request for one of the cells, it is granted. */
export async function openCells(
  em: EntityManager,
  area: string,
  cells: readonly { indicator: string; year: number }[],
  given: { person: string; reason: string; decidedBy: string; until: string },
): Promise<void> {
  const { person, reason, decidedBy, until } = given;
  const granted = {
    decision: 'GRANTED' as const,
    until: new Date(until),
    decided_by: decidedBy,
    decided_at: now,
  };
  const waiting = await db(em)
    .updateTable('work.reopening')
    .set(granted)
    .where('area', '=', area)
    .where('person', '=', person)
    .where('decision', 'is', null)
    .where((of) =>
      of(
        of.refTuple('year', 'indicator'),
        'in',
        cells.map(({ year, indicator }) => of.tuple(year, indicator)),
      ),
    )
    .returning(['year', 'indicator'])
    .execute();
  const keyOf = (cell: { year: number; indicator: string }) =>
    `${String(cell.year)} ${cell.indicator}`;
  const opened = new Set(waiting.map(keyOf));
  const others = cells.filter((cell) => !opened.has(keyOf(cell)));
  if (others.length === 0) return;
  await db(em)
    .insertInto('work.reopening')
    .values(
      others.map(({ year, indicator }) => ({
        ...{ id: randomUUID(), area, year, indicator, person, reason },
        ...granted,
      })),
    )
    .execute();
}
