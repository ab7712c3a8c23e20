import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { move, partOf, type WorkState } from '@qadam/domain';
import type { Actor } from '../../graphql/access.ts';
import type { ReasonCode, Via } from '../../graphql/enums.ts';
import { problem, refused } from '../../graphql/problem.ts';
import { expectVersion } from '../desk-changes/expect-version.ts';
import { EditConflict } from '../desk-changes/other-change.ts';
import { db } from '../../database/db.ts';
import { upsertRows } from '../../database/entity-rows.ts';
import { cellsAs } from '../../database/cells.ts';
import { partAsJson, sameCell } from '../../database/expressions.ts';
import { CellLock, lockAssignments, type LockReader } from './cell-lock.ts';
import { type CellFrame, type CellRef, cellRefText } from './cell-ref.ts';
import { type Content, Observation } from './observation.entity.ts';
import {
  type FirstSaves,
  type RevisedCell,
  type StoredCell,
  writeFirstRevisions,
  writeRevisions,
} from './write-revisions.ts';

export interface CellChange extends CellRef {
  content: Content;
  /** The version of the cell that the author saw; 0 before the first save. */
  version: number;
  /** The reason of a correction; if none is given, the one with which the correction was opened. */
  reason?: ReasonCode | null;
}

export interface SavedCell extends CellRef, StoredCell {
  publishedRevision: string | null;
  /** The reason of its current revision. */
  reason: ReasonCode | null;
  obsStatus: string;
}

/**
 * How a value gets into a cell, whether it is typed or comes in a file with a hundred thousand others: with the same
 * locks and state changes, in a few SQL statements for any number of cells.
 */
@Injectable()
export class CellSaver {
  constructor(private readonly locks: CellLock) {}

  /** To be called in a transaction: if one cell is refused, the transaction ends and none is saved. */
  async open(em: EntityManager, actor: Actor, frame: CellFrame, via: Via): Promise<OpenCells> {
    const assigned = await lockAssignments(em, frame);
    if (frame.indicator === null) await lockCells(em, frame);
    const lockOf = await this.locks.reader(em, actor, frame, assigned);
    return new OpenCells(em, actor, frame, via, lockOf);
  }
}

/** The cells of one area and year, locked until the transaction ends. Saved cells are not kept in memory. */
export class OpenCells {
  constructor(
    private readonly em: EntityManager,
    private readonly actor: Actor,
    private readonly frame: CellFrame,
    private readonly via: Via,
    private readonly lockOf: LockReader,
  ) {}

  /** What is saved in each cell, null before the first save. Throws if this person may not change one of them now. */
  async enter(
    wanted: readonly Pick<CellChange, keyof CellRef | 'version' | 'reason'>[],
  ): Promise<(SavedCell | null)[]> {
    const known = await readCells(this.em, this.frame, wanted);
    return wanted.map(({ indicator, part, version, reason }) => {
      const saved = known.get(cellRefText({ indicator, part })) ?? null;
      const ids = saved === null ? [] : [saved.id];
      expectVersion({ found: saved?.version ?? 0, expected: version }, ids, { indicator });
      const lock = this.lockOf(indicator, saved, reason != null);
      if (lock === null) return saved;
      const field = lock === 'NOT_ASSIGNED' ? 'indicator' : 'cycle';
      throw new EditConflict(problem(lock, field, { cycle: this.frame.year, indicator }), ...ids);
    });
  }

  /**
   * The same as `save` for the first saves of these indicators, if their contents are in the database already, as for a file: no row is
   * fetched to the server. No cell may be among them twice. Returns how many were written. It is 0, and nothing is written, if an
   * indicator takes no values now, if there are none, or if a cell was saved before; then the caller uses `save`, which says why.
   */
  async begin(
    saves: FirstSaves,
    indicators: readonly string[],
    correcting: boolean,
  ): Promise<number> {
    const { em, actor, via, frame, lockOf } = this;
    if (!indicators.every((one) => lockOf(one, null, correcting) === null)) return 0;
    const state = stateAfter(null, false);
    return writeFirstRevisions(em, saves, frame, { state, via, author: actor.id });
  }

  /**
   * Saves one batch of changes; may be called for any number of batches. Returns the saved cells in the order of `changes`. `entered`: the result of
   * `enter`, if the caller has it. A cell that comes twice in a batch is refused here; in two batches, by its version.
   */
  async save(
    changes: readonly CellChange[],
    entered?: readonly (SavedCell | null)[],
  ): Promise<StoredCell[]> {
    const saved = entered ?? (await this.enter(changes));
    refuseTwice(changes);
    const rows = changes.map((change, at) => rowOf(change, saved[at] ?? null));
    const { em, actor, via, frame } = this;
    const first = rows.flatMap((row, at) => (saved[at] == null ? [newCell(frame, row)] : []));
    await upsertRows(em, Observation, first, 'FAILS');
    await writeRevisions(em, rows, { via, author: actor.id });
    return rows;
  }
}

const newCell = (
  { area, year }: CellFrame,
  { indicator, part, id, state, version, currentRevision }: StoredCell & CellRef,
) => ({ ...partOf(part), indicator, area, year, id, state, version, currentRevision });

function refuseTwice(changes: readonly CellChange[]): void {
  const seen = new Set<string>();
  for (const change of changes) {
    const { indicator } = change;
    const cellRef = cellRefText(change);
    if (seen.has(cellRef)) throw refused('DUPLICATE_CELL', 'indicator', { indicator });
    seen.add(cellRef);
  }
}

/** Locks the cells without reading them; always in the same order, so that two changes never wait for each other. */
async function lockCells(em: EntityManager, { area, year }: CellFrame): Promise<void> {
  await db(em)
    .with('locked', (query) =>
      query
        .selectFrom('work.observation')
        .select('id')
        .where('area', '=', area)
        .where('year', '=', year)
        .orderBy('id')
        .forUpdate(),
    )
    .selectFrom('locked')
    .select(({ fn }) => fn.countAll().as('cells'))
    .execute();
}

async function readCells(
  em: EntityManager,
  { area, year }: CellFrame,
  cellRefs: readonly CellRef[],
): Promise<Map<string, SavedCell>> {
  const rows = await db(em)
    .selectFrom('work.observation as o')
    .innerJoin(cellsAs(area, year, cellRefs), (join) => join.on(sameCell('o', 'f')))
    .innerJoin('work.revision as r', 'r.id', 'o.current_revision')
    .select(['o.id', 'o.indicator', 'o.state', 'o.version', partAsJson('o').as('part')])
    .select(['o.current_revision as currentRevision', 'o.published_revision as publishedRevision'])
    .select(['r.reason', 'r.obs_status as obsStatus'])
    .orderBy('o.id')
    .forUpdate('o')
    .execute();
  return new Map(rows.map((row) => [cellRefText(row), row]));
}

function rowOf(
  { indicator, part, content, reason }: CellChange,
  saved: SavedCell | null,
): RevisedCell & CellRef {
  const kept = saved?.publishedRevision == null ? null : saved.reason;
  return {
    content,
    part,
    indicator,
    id: saved?.id ?? randomUUID(),
    currentRevision: randomUUID(),
    version: (saved?.version ?? 0) + 1,
    reason: saved?.publishedRevision == null ? null : (reason ?? kept),
    state: stateAfter(saved?.state ?? null, reason != null),
  };
}

/** The state after a save. A submitted value that was reopened becomes a draft again. */
function stateAfter(state: WorkState | null, correcting: boolean): WorkState {
  const saved = move(state, 'SAVE');
  const isPublished = state === 'PUBLISHED' && correcting;
  const next = saved.ok ? saved : move(state, isPublished ? 'CORRECT' : 'REOPEN');
  if (!next.ok) throw refused(next.problem.code, null, { state: state ?? '' });
  return next.state;
}
