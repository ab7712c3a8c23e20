import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Lock, lockOf } from '@qadam/domain';
import { isCollected } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import { isTotal } from '../../database/expressions.ts';
import type { Actor } from '../../graphql/access.ts';
import { CycleReader } from '../cycles/cycle.reader.ts';
import type { CellFrame } from './cell-ref.ts';
import type { Observation } from './observation.entity.ts';
import { ReopeningReader } from './reopening.reader.ts';

/** The saved observation; null before the first save. */
type Saved = Pick<Observation, 'state' | 'publishedRevision'> | null;

/** Why a cell takes no value; null where it takes one. */
export type LockReader = (indicator: string, saved: Saved, correcting?: boolean) => Lock | null;

/** May this person put a value into this cell now? Checked at every change of a value and at submission. */
@Injectable()
export class CellLock {
  constructor(
    private readonly cycles: CycleReader,
    private readonly reopenings: ReopeningReader,
  ) {}

  async of(
    em: EntityManager,
    actor: Pick<Actor, 'id'>,
    cell: CellFrame & { indicator: string },
    saved: Saved,
  ): Promise<Lock | null> {
    const assigned = await assignments(em, cell).execute();
    const lock = await this.reader(em, actor, cell, new Set(assigned.map((one) => one.indicator)));
    return lock(cell.indicator, saved);
  }

  /** The different locks of an indicator's cells, and that of its total even before its first save; null among them if a cell is open. */
  async ofAll(
    em: EntityManager,
    actor: Pick<Actor, 'id'>,
    cell: CellFrame & { indicator: string },
  ): Promise<(Lock | null)[]> {
    const { area, year, indicator } = cell;
    const saved = await db(em)
      .selectFrom('work.observation as o')
      .innerJoin('work.indicator as i', 'i.code', 'o.indicator')
      .distinct()
      .select(['o.state', isTotal('o').as('total')])
      .select((eb) => eb('o.published_revision', 'is not', null).as('published'))
      .where((eb) => eb.and({ 'o.area': area, 'o.year': year, 'o.indicator': indicator }))
      .where(isCollected('o', 'i'))
      .execute();
    const assigned = await assignments(em, cell).execute();
    const lock = await this.reader(em, actor, cell, new Set(assigned.map((one) => one.indicator)));
    const unsaved = saved.some(({ total }) => total) ? [] : [lock(indicator, null)];
    const locks = saved.map(({ state, published }) =>
      lock(indicator, { state, publishedRevision: published ? '' : null }),
    );
    return [...new Set([...locks, ...unsaved])];
  }

  /** A lock reader for the cells of one area and year, or of one indicator there; the database is asked once for all of them. */
  async reader(
    em: EntityManager,
    actor: Pick<Actor, 'id'>,
    cells: CellFrame,
    assigned: ReadonlySet<string>,
  ): Promise<LockReader> {
    const calendar = await this.cycles.get(em, cells.area, cells.year);
    const granted = await this.reopenings.grantedTo(em, actor.id, cells);
    return (indicator, saved, correcting = false) =>
      lockOf({
        state: saved?.state ?? null,
        assigned: assigned.has(indicator),
        cycleOpen: calendar?.open === true,
        published: saved !== null && saved.publishedRevision !== null,
        granted: granted.has(indicator),
        correcting,
      });
  }
}

const assignments = (em: EntityManager, { area, year, indicator }: CellFrame) =>
  db(em)
    .selectFrom('work.assignment')
    .select('indicator')
    .where('cycle', '=', year)
    .where('area', '=', area)
    .$if(indicator !== null, (query) => query.where('indicator', '=', indicator))
    .orderBy('indicator');

/** Locks the assignments, because before a cell's first save there is no observation to lock. Returns the assigned indicators. */
export async function lockAssignments(em: EntityManager, cells: CellFrame): Promise<Set<string>> {
  const rows = await assignments(em, cells).forNoKeyUpdate().execute();
  return new Set(rows.map(({ indicator }) => indicator));
}
