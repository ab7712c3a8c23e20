import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { move, type Part, type WorkState } from '@qadam/domain';
import type { Actor } from '../../graphql/access.ts';
import type { ReasonCode, Via } from '../../graphql/enums.ts';
import { problem } from '../../graphql/problem.ts';
import { expectVersion } from '../desk-changes/expect-version.ts';
import { Overtaken } from '../desk-changes/meanwhile.ts';
import { CellLock, type LockReader } from './cell-lock.ts';
import type { Content } from './entry.ts';
import { CELLS, cellsAsJson, type Face, faceText, isOfCells } from './face.ts';
import { lockAssignments } from './lock-assignments.ts';
import { Refused } from '../../graphql/refused.ts';
import {
  cellColumns,
  partAsJson,
  partColumns,
  PART_AS_TEXTS,
} from '../../database/cell-columns.ts';

export interface CellChange extends Face {
  content: Content;
  /** That the author saw; 0 before the first save. */
  version: number;
  /** Of a correction; the one it was opened with where none is given. */
  reason?: ReasonCode | null;
}

interface SavedCell extends Face {
  id: string;
  state: WorkState;
  version: number;
  currentRevision: string;
  publishedRevision: string | null;
  /** Of its last revision. */
  number: number;
  reason: ReasonCode | null;
  /** Of its current revision. */
  obsStatus: string;
}

/** What a save made of a cell. */
export interface WrittenCell {
  id: string;
  state: WorkState;
  version: number;
  currentRevision: string;
}

interface Row extends WrittenCell, Part, Content {
  indicator: string;
  number: number;
  reason: ReasonCode | null;
}

interface Frame {
  area: string;
  year: number;
  /** The only one that is wanted; null for all of the area and year. */
  indicator: string | null;
}

/**
 * How a value gets into a cell, whether somebody types it or a file brings a hundred thousand: the same
 * locks and moves, in a few statements for as many cells as there are.
 */
@Injectable()
export class CellSaver {
  constructor(private readonly locks: CellLock) {}

  /** Inside the caller's transaction, which one Refused cell ends for all. */
  async open(em: EntityManager, actor: Actor, frame: Frame, via: Via): Promise<OpenCells> {
    const assigned = await lockAssignments(em, frame);
    if (frame.indicator === null) await lockCells(em, frame);
    const lockOf = await this.locks.reader(em, actor, frame, assigned);
    return new OpenCells(em, actor, frame, via, lockOf);
  }
}

/** The cells of one area and year, locked until the transaction ends. Keeps nothing of those it has saved. */
export class OpenCells {
  private readonly em: EntityManager;
  private readonly actor: Actor;
  private readonly frame: Frame;
  private readonly via: Via;
  private readonly lockOf: LockReader;

  constructor(em: EntityManager, actor: Actor, frame: Frame, via: Via, lockOf: LockReader) {
    this.em = em;
    this.actor = actor;
    this.frame = frame;
    this.via = via;
    this.lockOf = lockOf;
  }

  /** What is saved in each cell, null before the first save; Refused where this person may put nothing into one now. */
  async enter(
    wanted: readonly Pick<CellChange, keyof Face | 'version'>[],
  ): Promise<(SavedCell | null)[]> {
    const known = await readCells(this.em, this.frame, wanted);
    return wanted.map(({ indicator, part, version }) => {
      const saved = known.get(faceText({ indicator, part })) ?? null;
      const ids = saved === null ? [] : [saved.id];
      expectVersion({ found: saved?.version ?? 0, expected: version }, ids, { indicator });
      const lock = this.lockOf(indicator, saved);
      if (lock === null) return saved;
      const field = lock === 'NOT_ASSIGNED' ? 'indicator' : 'cycle';
      throw new Overtaken(problem(lock, field, { cycle: this.frame.year, indicator }), ...ids);
    });
  }

  /**
   * Saves one batch; called as often as there are batches. In the order of `changes`. `entered`: where they were entered
   * before. A cell of two batches is refused by its version, of one batch here.
   */
  async save(
    changes: readonly CellChange[],
    entered?: readonly (SavedCell | null)[],
  ): Promise<WrittenCell[]> {
    const saved = entered ?? (await this.enter(changes));
    refuseTwice(changes);
    const rows = changes.map((change, at) => rowOf(change, saved[at] ?? null));
    await this.store(
      rows.filter((_, at) => saved[at] == null),
      rows.filter((_, at) => saved[at] != null),
    );
    return rows;
  }

  private async store(first: readonly Row[], later: readonly Row[]): Promise<void> {
    const { em, actor, via } = this;
    const { area, year } = this.frame;
    if (first.length > 0) {
      await em.execute(
        `insert into work.observation (id, ${cellColumns()},
           state, version, current_revision)
         select x.id, x.indicator, ?, ?, ${partColumns('x')}, x.state, 1, x."currentRevision"
         from jsonb_to_recordset(?::jsonb) as x(id uuid, indicator text,
           ${PART_AS_TEXTS}, state text, "currentRevision" uuid)`,
        [area, year, JSON.stringify(first)],
      );
    }
    await em.execute(
      `insert into work.revision (id, observation, number, value, numerator, denominator, missing_reason,
         obs_status, source_text, comment, fact_date, provision, basis, reason, period, via, author)
       select x."currentRevision", x.id, x.number, x.value, x.numerator, x.denominator, x."missingReason",
         x."obsStatus", x."sourceText", x.comment, x."factDate", x.provision, x.basis, x.reason, case when b.value = x.value then b.period end, ?, ?
       from jsonb_to_recordset(?::jsonb) as x(id uuid, "currentRevision" uuid, number int, value numeric,
         numerator numeric, denominator numeric, "missingReason" text, "obsStatus" text, "sourceText" text,
         comment text, "factDate" text, provision text, basis text, reason text)
         left join work.observation o on o.id = x.id left join work.revision b on b.id = o.current_revision`,
      [via, actor.id, JSON.stringify([...first, ...later])],
    );
    if (later.length === 0) return;
    await em.execute(
      `update work.observation o set state = x.state, version = x.version, current_revision = x."currentRevision"
       from jsonb_to_recordset(?::jsonb) as x(id uuid, state text, version int, "currentRevision" uuid) where o.id = x.id`,
      [JSON.stringify(later)],
    );
  }
}

function refuseTwice(changes: readonly CellChange[]): void {
  const seen = new Set<string>();
  for (const change of changes) {
    const face = faceText(change);
    if (seen.has(face)) {
      throw new Refused(problem('DUPLICATE_ROW', 'indicator', { indicator: change.indicator }));
    }
    seen.add(face);
  }
}

/** In one order for everybody, so that nobody waits for who waits for them; nothing of them is read. */
async function lockCells(em: EntityManager, { area, year }: Frame): Promise<void> {
  await em.execute(
    `with locked as (select id from work.observation where area = ? and year = ? order by id for update)
     select count(*) from locked`,
    [area, year],
  );
}

async function readCells(
  em: EntityManager,
  { area, year }: Frame,
  faces: readonly Face[],
): Promise<Map<string, SavedCell>> {
  const rows = await em.execute<SavedCell[]>(
    `select o.id, o.indicator, ${partAsJson('o')} as part, o.state, o.version,
       o.current_revision as "currentRevision", o.published_revision as "publishedRevision", r.reason, r.obs_status as "obsStatus",
       (select max(number) from work.revision n where n.observation = o.id) as number
     from work.observation o join ${CELLS} on ${isOfCells('o')} join work.revision r on r.id = o.current_revision
     order by o.id for update of o`,
    [cellsAsJson(area, year, faces)],
  );
  return new Map(rows.map((row) => [faceText(row), row]));
}

function rowOf({ indicator, part, content, reason }: CellChange, saved: SavedCell | null): Row {
  const kept = saved?.publishedRevision == null ? null : saved.reason;
  return {
    ...content,
    ...part,
    indicator,
    id: saved?.id ?? randomUUID(),
    currentRevision: randomUUID(),
    number: (saved?.number ?? 0) + 1,
    version: (saved?.version ?? 0) + 1,
    reason: reason ?? kept,
    state: stateAfter(saved?.state ?? null),
  };
}

/** What was handed in and opened again begins anew as a draft. */
function stateAfter(state: WorkState | null): WorkState {
  const saved = move(state, 'SAVE');
  const next = saved.ok ? saved : move(state, 'REOPEN');
  if (!next.ok) throw new Refused(problem(next.problem.code, null, { state: state ?? '' }));
  return next.state;
}
