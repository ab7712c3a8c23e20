import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { move, type WorkState } from '@qadam/domain';
import type { Actor } from '../../graphql/access.ts';
import { problem } from '../../graphql/problem.ts';
import { CycleReader } from '../cycles/cycle.reader.ts';
import type { Content } from './entry.ts';
import { Refused } from './refused.ts';

/** One cell of an area and year, breakdowns included. */
interface Face {
  indicator: string;
  sex: string;
  age: string;
  urbanisation: string;
  region: string;
  breakdown: string;
}

export interface CellChange {
  cell: Face;
  content: Content;
  /** That the author saw; 0 before the first save. */
  version: number;
}

interface Locked extends Face {
  id: string;
  state: WorkState;
  version: number;
  number: number;
  /** A correction keeps the reason it was opened with. */
  reason: string | null;
}

interface Written extends Face, Content {
  id: string;
  revision: string;
  number: number;
  reason: string | null;
  state: WorkState;
}

/** Saves one batch; called as often as there are batches, before the transaction ends. */
export type SaveBatch = (changes: readonly CellChange[]) => Promise<void>;

/** The saving of one cell, for many at once: the same moves and locks, in a few statements for each batch. */
@Injectable()
export class SaveManyService {
  constructor(private readonly cycles: CycleReader) {}

  /** Inside the caller's transaction, which one Refused cell ends for all. */
  async open(
    em: EntityManager,
    actor: Actor,
    { area, cycle }: { area: string; cycle: number },
  ): Promise<SaveBatch> {
    const assigned = await lockAssignments(em, area, cycle);
    const calendar = await this.cycles.get(em, area, cycle);
    if (calendar?.open !== true) throw new Refused(problem('CYCLE_CLOSED', 'cycle', { cycle }));
    const locked = await lockCells(em, area, cycle);
    const seen = new Set<string>();
    return async (changes) => {
      const first: Written[] = [];
      const later: Written[] = [];
      for (const change of changes) {
        const { indicator } = change.cell;
        const face = faceText(change.cell);
        if (!assigned.has(indicator)) {
          throw new Refused(problem('NOT_ASSIGNED', 'indicator', { indicator }));
        }
        if (seen.has(face)) {
          throw new Refused(problem('DUPLICATE_ROW', 'indicator', { indicator }));
        }
        seen.add(face);
        const known = locked.get(face) ?? null;
        (known === null ? first : later).push(write(change, known));
      }
      await store(em, actor, { area, cycle }, first, later);
    };
  }
}

/** First saves wait here for each other, as those of the grid do. */
async function lockAssignments(
  em: EntityManager,
  area: string,
  cycle: number,
): Promise<Set<string>> {
  const rows = await em.execute<{ indicator: string }[]>(
    `select indicator from work.assignment where cycle = ? and area = ?
     order by indicator for no key update`,
    [cycle, area],
  );
  return new Set(rows.map(({ indicator }) => indicator));
}

async function lockCells(
  em: EntityManager,
  area: string,
  cycle: number,
): Promise<Map<string, Locked>> {
  const rows = await em.execute<Locked[]>(
    `select o.id, o.state, o.version, o.indicator, o.sex, o.age, o.urbanisation, o.region, o.breakdown,
       r.number, case when o.published_revision is not null then r.reason end as reason
     from work.observation o join work.revision r on r.id = o.current_revision
     where o.area = ? and o.year = ? order by o.id for update of o`,
    [area, cycle],
  );
  return new Map(rows.map((row) => [faceText(row), row]));
}

function write({ cell, content, version }: CellChange, locked: Locked | null): Written {
  const { indicator, sex, age, urbanisation, region, breakdown } = cell;
  if ((locked?.version ?? 0) !== version) {
    throw new Refused(problem('CHANGED_SINCE_CHECK', 'version', { indicator }));
  }
  const next = move(locked?.state ?? null, 'SAVE');
  if (!next.ok) {
    throw new Refused(problem('LOCKED', 'state', { indicator, state: locked?.state ?? '' }));
  }
  return {
    ...{ indicator, sex, age, urbanisation, region, breakdown },
    ...content,
    id: locked?.id ?? randomUUID(),
    revision: randomUUID(),
    number: (locked?.number ?? 0) + 1,
    reason: locked?.reason ?? null,
    state: next.state,
  };
}

async function store(
  em: EntityManager,
  actor: Actor,
  { area, cycle }: { area: string; cycle: number },
  first: readonly Written[],
  later: readonly Written[],
): Promise<void> {
  await em.execute(
    `insert into work.observation (id, indicator, area, year, sex, age, urbanisation, region, breakdown,
       state, version, current_revision)
     select x.id, x.indicator, ?, ?, x.sex, x.age, x.urbanisation, x.region, x.breakdown, x.state, 1, x.revision
     from jsonb_to_recordset(?::jsonb) as x(id uuid, indicator text, sex text, age text, urbanisation text,
       region text, breakdown text, state text, revision uuid)`,
    [area, cycle, JSON.stringify(first)],
  );
  await em.execute(
    `insert into work.revision (id, observation, number, value, numerator, denominator, missing_reason,
       obs_status, source_text, comment, reason, via, author)
     select x.revision, x.id, x.number, x.value, x.numerator, x.denominator, x."missingReason", x."obsStatus",
       x."sourceText", x.comment, x.reason, 'IMPORT', ?
     from jsonb_to_recordset(?::jsonb) as x(id uuid, revision uuid, number int, value numeric, numerator numeric,
       denominator numeric, "missingReason" text, "obsStatus" text, "sourceText" text, comment text, reason text)`,
    [actor.id, JSON.stringify([...first, ...later])],
  );
  await em.execute(
    `update work.observation o set state = x.state, version = o.version + 1, current_revision = x.revision
     from jsonb_to_recordset(?::jsonb) as x(id uuid, state text, revision uuid) where o.id = x.id`,
    [JSON.stringify(later)],
  );
}

const faceText = (face: Face): string =>
  [face.indicator, face.sex, face.age, face.urbanisation, face.region, face.breakdown].join(' ');
