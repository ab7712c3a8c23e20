import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { db } from '../../database/db.ts';
import { now } from '../../database/expressions.ts';

/** Opens cells to one person who did not ask for each of them. A request of theirs that waits is granted with it. */
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
  for (const { indicator, year } of cells) {
    const cell = { area, year, indicator, person };
    const waiting = await db(em)
      .updateTable('work.reopening')
      .set(granted)
      .where((eb) => eb.and(cell))
      .where('decision', 'is', null)
      .executeTakeFirst();
    if (waiting.numUpdatedRows > 0) continue;
    await db(em)
      .insertInto('work.reopening')
      .values({ id: randomUUID(), ...cell, reason, ...granted })
      .execute();
  }
}
