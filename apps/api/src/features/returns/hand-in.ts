import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Lock } from '@qadam/domain';
import { type SelectQueryBuilder, sql } from 'kysely';
import { db } from '../../database/db.ts';
import { hashOfIds } from '../../database/expressions.ts';
import type { Tables } from '../../database/tables.ts';
import type { Actor } from '../../graphql/access.ts';
import { problem, ProblemError, refused } from '../../graphql/problem.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { AuditService } from '../audit/audit.service.ts';
import type { Tell } from '../desk-changes/changes-under-way.ts';
import { CycleReader, cycleYears } from '../cycles/cycle.reader.ts';
import { blockedMove } from '../observations/advance.ts';
import { CellLock } from '../observations/cell-lock.ts';
import { submissionErrors } from '../observations/checks.ts';
import {
  advancing,
  holdObservations,
  piecesOf,
  refuseFewer,
} from '../observations/observation.store.ts';
import { Submission } from '../observations/submission.entity.ts';
import { type HandedCell, HandedCellsReader } from './handed-cells.reader.ts';
import { type HandedTable, tableKey, wrongSums } from './table-check.ts';

export interface ChosenCell {
  id: string;
  /** Of the value that is handed in. */
  expectedVersion: number;
}

/** What is to be handed in together. */
export interface ChosenReturn {
  area: string;
  cycle: number;
  cells: readonly ChosenCell[];
  /** Who put it together: what was opened to them may be handed in, and it is reported in the name of their body. The language is of who asks. */
  by: Pick<Actor, 'id' | 'organisation' | 'lang'>;
  /** Named together in the request by this field; null: cell by cell. */
  whole: 'import' | 'request' | null;
  /** Of the file or the request. */
  wholeId: string | null;
  /** Is told how far it is. */
  tell: Tell;
}

/** What is said with it. */
export interface Papers {
  note: string | null;
  letter: string | null;
}

/** The one way in which values are handed in, by one person or by two: checked, then moved and numbered. The area is locked (`lockArea`). */
@Injectable()
export class HandIn {
  constructor(
    private readonly cycles: CycleReader,
    private readonly cells: HandedCellsReader,
    private readonly locks: CellLock,
    private readonly audit: AuditService,
  ) {}

  /** Holds all chosen cells until the transaction ends, and refuses unless every one can be handed in. */
  async check(em: EntityManager, chosen: ChosenReturn): Promise<void> {
    const { area, cycle } = chosen;
    const ids = chosen.cells.map(({ id }) => id);
    if (ids.length === 0) throw refused('NOTHING_TO_SUBMIT', 'cells');
    if (new Set(ids).size < ids.length) throw refused('DUPLICATE_CELL', 'cells');
    chosen.tell('CHECKING', 0, ids.length);
    // of very many each look at all of them takes a while, and whoever else asks is answered in between
    await nextTurn();
    await holdObservations(em, ids, area);
    if ((await this.cycles.get(em, area, cycle)) === null)
      throw refused('CYCLE_CLOSED', 'cycle', { cycle });
    const problems = await this.trouble(em, chosen);
    if (problems.length > 0) throw new ProblemError(...problems);
  }

  /** Moves what was checked on, in a return with its number. `actor`: who hands it in, another than who prepared it where two sign. */
  async write(
    em: EntityManager,
    actor: Actor,
    chosen: ChosenReturn,
    papers: Papers,
  ): Promise<string> {
    const { area, cycle, cells, by, tell } = chosen;
    const submission = em.create(Submission, {
      ...{ id: randomUUID(), number: await nextNumber(em, area, cycle), cycle, area, ...papers },
      ...{ organisation: by.organisation, submittedBy: by.id, recalledAt: null },
      signedBy: actor.id === by.id ? null : actor.id,
    });
    await em.flush();
    const { id, number } = submission;
    const ids = cells.map((cell) => cell.id);
    tell('WRITING', 0, ids.length);
    for (const { piece, done } of piecesOf(ids)) {
      const { numInsertedOrUpdatedRows } = await db(em)
        .with('moved', () =>
          advancing(em, piece, 'SUBMIT').returning('o.current_revision as revision'),
        )
        .insertInto('work.submission_revision')
        .columns(['submission', 'revision'])
        .expression((insert) =>
          insert
            .selectFrom('moved')
            .select([sql<string>`${id}::uuid`.as('submission'), 'revision'])
            // an index takes what comes in its order in half the time
            .orderBy('revision'),
        )
        .executeTakeFirstOrThrow();
      refuseFewer(numInsertedOrUpdatedRows, piece, 'SUBMIT');
      tell('WRITING', done, ids.length);
    }
    const handedIn = db(em)
      .selectFrom('work.submission_revision')
      .select('revision')
      .where('submission', '=', id);
    const named = await namedInAudit(em, chosen, handedIn);
    await this.audit.record(em, actor, 'SUBMIT', id, { area, after: { number, ...named } });
    return id;
  }

  /** Why they cannot be handed in; named together each reason once for an indicator, with how many values have it. */
  private async trouble(
    em: EntityManager,
    { area, cycle, cells: chosen, by, whole, tell }: ChosenReturn,
  ): Promise<Problem[]> {
    // what is saved may be handed in, assigned or not
    const frame = { area, year: cycle, indicator: null };
    const lockOf = await this.locks.reader(em, by, frame, new Set());
    const years = await cycleYears(em);
    const ids = chosen.map(({ id }) => id);
    const tables = new Map<string, HandedTable>();
    const found = new Map<string | number, Reason>();
    const note = (problem: Problem, place: number): void => {
      const key = whole === null ? found.size : reasonOf(problem);
      const { count, ...first } = found.get(key) ?? { problem, place, count: 0 };
      found.set(key, { ...(place < first.place ? { problem, place } : first), count: count + 1 });
    };
    let checked = 0;
    for await (const page of this.cells.pages(em, by, area, ids)) {
      for (const cell of page) {
        const { indicator, year, place } = cell;
        collect(tables, cell);
        const expectedVersion = chosen[place]?.expectedVersion ?? 0;
        const lock = lockOf(indicator, cell);
        const field = whole ?? `cells.${String(place)}`;
        const isOfCycle = year === cycle || (year < cycle && !years.has(year));
        const problems = readiness(cell, { cycle, isOfCycle, lock, expectedVersion, field });
        for (const one of problems) note(one, place);
      }
      checked += page.length;
      tell('CHECKING', checked, ids.length);
    }
    for await (const sum of wrongSums(em, area, [...tables.values()])) {
      const named = { observation: ids[sum.place] ?? '', indicator: sum.indicator };
      const params = { ...named, rule: sum.hit.rule, ...sum.hit.params };
      const field = whole ?? `cells.${String(sum.place)}`;
      note(problem(sum.hit.code, field, params), sum.place);
    }
    const reasons = [...found.values()].sort((a, b) => a.place - b.place);
    return reasons.map(({ problem: { params, ...one }, count }) => ({
      ...one,
      params: count > 1 ? [...params, { name: 'values', value: String(count) }] : params,
    }));
  }
}

/** Why values cannot be handed in: the first of them in the request, and how many there are. */
interface Reason {
  problem: Problem;
  place: number;
  count: number;
}

/** A cell of an indicator that has a table is added up with the others. */
function collect(
  tables: Map<string, HandedTable>,
  { part, place, checked: { indicator, year, current } }: HandedCell,
): void {
  if (indicator.tableAxes.length === 0) return;
  const { value, numerator, denominator } = current;
  const key = tableKey({ indicator: indicator.code, year });
  const table = tables.get(key) ?? { indicator, year, cells: [] };
  table.cells.push({ part, value, numerator, denominator, place });
  tables.set(key, table);
}

/** What values of one indicator that cannot be handed in have in common. */
const reasonOf = ({ code, params }: Problem): string =>
  [code, ...params.flatMap(({ name, value }) => (SHARED.has(name) ? [value] : []))].join(' ');

const SHARED = new Set(['indicator', 'rule', 'year', 'state']);

/** What the audit says of values that go together: each, or of what was named as a whole how many, and the hash of their revisions. */
export async function namedInAudit(
  em: EntityManager,
  { cells, whole, wholeId }: ChosenReturn,
  written: SelectQueryBuilder<Tables, never, { revision: string }>,
): Promise<object> {
  if (whole === null) return { observations: cells.map(({ id }) => id) };
  const { contentHash } = await db(em)
    .selectFrom(written.as('w'))
    .select(hashOfIds('w.revision').as('contentHash'))
    .executeTakeFirstOrThrow();
  return { [whole]: wholeId, values: cells.length, contentHash };
}

interface Place {
  cycle: number;
  /** The year of the cell is that of the cycle, or an earlier one that has no cycle. */
  isOfCycle: boolean;
  /** Why it takes no value; the same keeps it from being handed in. */
  lock: Lock | null;
  expectedVersion: number;
  /** Where in the request the cell stands. */
  field: string;
}

/** Why a cell cannot be part of the return; empty where it can. */
function readiness(
  { id: observation, checked, provenance, ...cell }: HandedCell,
  { cycle, isOfCycle, lock, expectedVersion: expected, field }: Place,
): Problem[] {
  const { indicator, year, version, state } = cell;
  const trouble = (code: string, params: Record<string, string | number> = {}): Problem =>
    problem(code, field, { observation, indicator, ...params });
  // opened again after it was published it belongs to any later return, even when its cycle is over
  const belongs = isOfCycle || (cell.publishedRevision !== null && year < cycle);
  if (!belongs) return [trouble('NOT_IN_CYCLE', { year })];
  if (version !== expected) return [trouble('VERSION_CONFLICT', { expected, found: version })];
  const blocked = blockedMove(cell, 'SUBMIT');
  if (blocked !== null) return [trouble(blocked.code, { state, event: 'SUBMIT' })];
  if (lock !== null) return [trouble(lock, { cycle })];
  return submissionErrors(checked, provenance).map(({ code, rule, params }) =>
    trouble(code, { rule, ...params }),
  );
}

async function nextNumber(em: EntityManager, area: string, cycle: number): Promise<string> {
  const number = (await em.count(Submission, { area, cycle })) + 1;
  return `${area}-${cycle}-${String(number).padStart(3, '0')}`;
}
