import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Lock, lockOf } from '@qadam/domain';
import type { Actor } from '../../graphql/access.ts';
import { CycleReader } from '../cycles/cycle.reader.ts';
import { ReopeningReader } from '../reopenings/reopening.reader.ts';
import type { Observation } from './observation.entity.ts';

/** Null before the first save. */
type Saved = Pick<Observation, 'state' | 'publishedRevision'> | null;

/** Why a cell takes no value; null where it takes one. */
export type LockReader = (indicator: string, saved: Saved) => Lock | null;

/** May this person put a value into this cell now? Asked by every change of one, and when it is handed in. */
@Injectable()
export class CellLock {
  constructor(
    private readonly cycles: CycleReader,
    private readonly reopenings: ReopeningReader,
  ) {}

  async of(
    em: EntityManager,
    actor: Pick<Actor, 'id'>,
    cell: { area: string; year: number; indicator: string },
    saved: Saved,
  ): Promise<Lock | null> {
    const assigned = await em.execute<{ indicator: string }[]>(
      `select indicator from work.assignment where cycle = ? and area = ? and indicator = ?`,
      [cell.year, cell.area, cell.indicator],
    );
    const lock = await this.reader(em, actor, cell, new Set(assigned.map((one) => one.indicator)));
    return lock(cell.indicator, saved);
  }

  /** Of the cells of one area and year, asked once for all of them; of one indicator where it is named. */
  async reader(
    em: EntityManager,
    actor: Pick<Actor, 'id'>,
    cells: { area: string; year: number; indicator: string | null },
    assigned: ReadonlySet<string>,
  ): Promise<LockReader> {
    const calendar = await this.cycles.get(em, cells.area, cells.year);
    const granted = await this.reopenings.grantedTo(em, actor.id, cells);
    return (indicator, saved) =>
      lockOf({
        state: saved?.state ?? null,
        assigned: assigned.has(indicator),
        cycleOpen: calendar?.open === true,
        published: saved !== null && saved.publishedRevision !== null,
        granted: granted.has(indicator),
      });
  }
}
