import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { BREAKDOWN_DIMENSIONS, move, type Part, partKey, type WorkState } from '@qadam/domain';
import type { Actor } from '../../graphql/access.ts';
import type { ReasonCode, Via } from '../../graphql/enums.ts';
import { problem } from '../../graphql/problem.ts';
import { expectVersion } from './advance.ts';
import { CellLock, type LockReader } from './cell-lock.ts';
import type { Content } from './entry.ts';
import { Refused } from './refused.ts';
import { PART_AS_JSON } from './sql-text.ts';

/** One cell of an area and year. */
export interface Face {
  indicator: string;
  part: Part;
}

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
  /** The only cell that is wanted; without it all of the area and year. */
  only?: Face;
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
    const saved = await lockCells(em, frame);
    const indicator = frame.only?.indicator ?? null;
    const locks = await this.locks.reader(em, actor, { ...frame, indicator });
    return new OpenCells(em, actor, frame, via, { assigned, saved, locks });
  }
}

interface Found {
  assigned: ReadonlySet<string>;
  saved: ReadonlyMap<string, SavedCell>;
  locks: LockReader;
}

/** The cells of one area and year, locked until the transaction ends. */
export class OpenCells {
  private readonly seen = new Set<string>();
  private readonly em: EntityManager;
  private readonly actor: Actor;
  private readonly frame: Frame;
  private readonly via: Via;
  private readonly found: Found;

  constructor(em: EntityManager, actor: Actor, frame: Frame, via: Via, found: Found) {
    this.em = em;
    this.actor = actor;
    this.frame = frame;
    this.via = via;
    this.found = found;
  }

  /** What is saved there, null before the first save; Refused where this person may put nothing there now. */
  enter(face: Face, version: number): SavedCell | null {
    const { assigned, locks } = this.found;
    const { indicator } = face;
    const saved = this.found.saved.get(faceText(face)) ?? null;
    if (saved?.publishedRevision == null && !assigned.has(indicator)) {
      throw new Refused(problem('NOT_ASSIGNED', 'indicator', { indicator }));
    }
    expectVersion(saved?.version ?? 0, version, { indicator });
    const lock = locks(indicator, saved);
    if (lock === null) return saved;
    throw new Refused(problem(lock, 'cycle', { cycle: this.frame.year, indicator }));
  }

  /** Saves one batch; called as often as there are batches. In the order of `changes`. */
  async save(changes: readonly CellChange[]): Promise<WrittenCell[]> {
    const first: Row[] = [];
    const later: Row[] = [];
    const written = changes.map((change) => {
      const face = faceText(change);
      if (this.seen.has(face)) {
        throw new Refused(problem('DUPLICATE_ROW', 'indicator', { indicator: change.indicator }));
      }
      this.seen.add(face);
      const saved = this.enter(change, change.version);
      const row = rowOf(change, saved);
      (saved === null ? first : later).push(row);
      return row;
    });
    await this.store(first, later);
    return written;
  }

  private async store(first: readonly Row[], later: readonly Row[]): Promise<void> {
    const { em, actor, via } = this;
    const { area, year } = this.frame;
    if (first.length > 0) {
      await em.execute(
        `insert into work.observation (id, indicator, area, year, sex, age, urbanisation, region, breakdown,
           state, version, current_revision)
         select x.id, x.indicator, ?, ?, x.sex, x.age, x.urbanisation, x.region, x.breakdown, x.state, 1, x."currentRevision"
         from jsonb_to_recordset(?::jsonb) as x(id uuid, indicator text, sex text, age text, urbanisation text,
           region text, breakdown text, state text, "currentRevision" uuid)`,
        [area, year, JSON.stringify(first)],
      );
    }
    await em.execute(
      `insert into work.revision (id, observation, number, value, numerator, denominator, missing_reason,
         obs_status, source_text, comment, reason, via, author)
       select x."currentRevision", x.id, x.number, x.value, x.numerator, x.denominator, x."missingReason",
         x."obsStatus", x."sourceText", x.comment, x.reason, ?, ?
       from jsonb_to_recordset(?::jsonb) as x(id uuid, "currentRevision" uuid, number int, value numeric,
         numerator numeric, denominator numeric, "missingReason" text, "obsStatus" text, "sourceText" text,
         comment text, reason text)`,
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

/** First saves have no row of their own to wait at: they wait here for each other. */
async function lockAssignments(
  em: EntityManager,
  { area, year, only }: Frame,
): Promise<Set<string>> {
  const indicator = only?.indicator ?? null;
  const rows = await em.execute<{ indicator: string }[]>(
    `select indicator from work.assignment where cycle = ? and area = ? and (?::text is null or indicator = ?)
     order by indicator for no key update`,
    [year, area, indicator, indicator],
  );
  return new Set(rows.map(({ indicator: code }) => code));
}

async function lockCells(
  em: EntityManager,
  { area, year, only }: Frame,
): Promise<Map<string, SavedCell>> {
  const one = only
    ? ` and o.indicator = ? and ${BREAKDOWN_DIMENSIONS.map((dimension) => `o.${dimension} = ?`).join(' and ')}`
    : '';
  const face = only
    ? [only.indicator, ...BREAKDOWN_DIMENSIONS.map((dimension) => only.part[dimension])]
    : [];
  const rows = await em.execute<SavedCell[]>(
    `select o.id, o.indicator, ${PART_AS_JSON('o')} as part, o.state, o.version,
       o.current_revision as "currentRevision", o.published_revision as "publishedRevision", r.reason,
       (select max(number) from work.revision n where n.observation = o.id) as number
     from work.observation o join work.revision r on r.id = o.current_revision
     where o.area = ? and o.year = ?${one} order by o.id for update of o`,
    [area, year, ...face],
  );
  return new Map(rows.map((row) => [faceText(row), row]));
}

function rowOf({ indicator, part, content, reason }: CellChange, saved: SavedCell | null): Row {
  const { sex, age, urbanisation, region, breakdown } = part;
  const kept = saved?.publishedRevision == null ? null : saved.reason;
  return {
    ...content,
    ...{ indicator, sex, age, urbanisation, region, breakdown },
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

const faceText = ({ indicator, part }: Face): string => `${indicator} ${partKey(part)}`;
