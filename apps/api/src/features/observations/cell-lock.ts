import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Lock, lockOf } from '@qadam/domain';
import type { Actor } from '../../graphql/access.ts';
import { CycleReader } from '../cycles/cycle.reader.ts';
import { ReopeningReader } from '../reopenings/reopening.reader.ts';
import type { Observation } from './observation.entity.ts';

/** May this person put a value into this cell now? Asked by every change of one. */
@Injectable()
export class CellLock {
  constructor(
    private readonly cycles: CycleReader,
    private readonly reopenings: ReopeningReader,
  ) {}

  /** Why not; null where they may. `saved` is null before the first save. */
  async of(
    em: EntityManager,
    actor: Actor,
    cell: { area: string; year: number; indicator: string },
    saved: Pick<Observation, 'state' | 'publishedRevision'> | null,
  ): Promise<Lock | null> {
    const calendar = await this.cycles.get(em, cell.area, cell.year);
    const grant = await this.reopenings.grantFor(em, actor.id, cell);
    return lockOf({
      state: saved?.state ?? null,
      cycleOpen: calendar?.open === true,
      correcting: saved !== null && saved.publishedRevision !== null,
      granted: grant !== null,
    });
  }
}
