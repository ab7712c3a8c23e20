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
}

interface Written {
  id: string;
  revision: string;
  state: WorkState;
  isNew: boolean;
  change: CellChange;
}

const CHUNK = 5000;

/** The saving of one cell, for many at once: the same moves and locks, all or none, in a fixed number of statements. */
@Injectable()
export class SaveManyService {
  constructor(private readonly cycles: CycleReader) {}

  /** Inside the caller's transaction. Refused names the first cell that stands in the way. */
  async save(
    em: EntityManager,
    actor: Actor,
    { area, cycle }: { area: string; cycle: number },
    changes: readonly CellChange[],
  ): Promise<void> {
    const assigned = await this.lockAssignments(em, area, cycle);
    const calendar = await this.cycles.get(em, area, cycle);
    if (calendar?.open !== true) throw new Refused(problem('CYCLE_CLOSED', 'cycle', { cycle }));
    const locked = await this.lockCells(em, area, cycle);
    const seen = new Set<string>();
    const written = changes.map((change) => {
      const { indicator } = change.cell;
      if (seen.has(faceText(change.cell)))
        throw new Refused(problem('DUPLICATE_ROW', 'indicator', { indicator }));
      seen.add(faceText(change.cell));
      if (!assigned.has(indicator))
        throw new Refused(problem('NOT_ASSIGNED', 'indicator', { indicator }));
      return write(change, locked.get(faceText(change.cell)) ?? null);
    });
    for (let at = 0; at < written.length; at += CHUNK) {
      await this.store(em, actor, { area, cycle }, written.slice(at, at + CHUNK));
    }
  }

  /** First saves wait here for each other, as those of the grid do. */
  private async lockAssignments(
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

  private async lockCells(
    em: EntityManager,
    area: string,
    cycle: number,
  ): Promise<Map<string, Locked>> {
    const rows = await em.execute<Locked[]>(
      `select id, state, version, indicator, sex, age, urbanisation, region, breakdown
       from work.observation where area = ? and year = ? order by id for update`,
      [area, cycle],
    );
    return new Map(rows.map((row) => [faceText(row), row]));
  }

  private async store(
    em: EntityManager,
    actor: Actor,
    { area, cycle }: { area: string; cycle: number },
    written: readonly Written[],
  ): Promise<void> {
    const first = written.filter(({ isNew }) => isNew);
    await em.execute(
      `insert into work.observation (id, indicator, area, year, sex, age, urbanisation, region, breakdown,
         state, version, current_revision)
       select x.id, x.indicator, ?, ?, x.sex, x.age, x.urbanisation, x.region, x.breakdown, x.state, 0, x.revision
       from jsonb_to_recordset(?::jsonb) as x(id uuid, indicator text, sex text, age text, urbanisation text,
         region text, breakdown text, state text, revision uuid)`,
      [
        area,
        cycle,
        JSON.stringify(first.map(({ change, ...row }) => ({ ...row, ...change.cell }))),
      ],
    );
    const revisions = JSON.stringify(
      written.map(({ change, ...row }) => ({ ...row, ...change.content })),
    );
    // A correction keeps the reason it was opened with.
    await em.execute(
      `insert into work.revision (id, observation, number, value, numerator, denominator, missing_reason,
         obs_status, source_text, comment, reason, via, author)
       select x.revision, x.id, coalesce((select max(r.number) from work.revision r where r.observation = x.id), 0) + 1,
         x.value, x.numerator, x.denominator, x."missingReason", x."obsStatus", x."sourceText", x.comment,
         (select r.reason from work.observation o join work.revision r on r.id = o.current_revision
          where o.id = x.id and o.published_revision is not null), 'IMPORT', ?
       from jsonb_to_recordset(?::jsonb) as x(id uuid, revision uuid, value numeric, numerator numeric,
         denominator numeric, "missingReason" text, "obsStatus" text, "sourceText" text, comment text)`,
      [actor.id, revisions],
    );
    await em.execute(
      `update work.observation o set state = x.state, version = o.version + 1, current_revision = x.revision
       from jsonb_to_recordset(?::jsonb) as x(id uuid, state text, revision uuid) where o.id = x.id`,
      [revisions],
    );
  }
}

const faceText = (face: Face): string =>
  [face.indicator, face.sex, face.age, face.urbanisation, face.region, face.breakdown].join(' ');

function write(change: CellChange, locked: Locked | null): Written {
  const { indicator } = change.cell;
  if ((locked?.version ?? 0) !== change.version) {
    throw new Refused(problem('CHANGED_SINCE_CHECK', 'version', { indicator }));
  }
  const next = move(locked?.state ?? null, 'SAVE');
  if (!next.ok)
    throw new Refused(problem('LOCKED', 'state', { indicator, state: locked?.state ?? '' }));
  const id = locked?.id ?? randomUUID();
  return { id, revision: randomUUID(), state: next.state, isNew: locked === null, change };
}
