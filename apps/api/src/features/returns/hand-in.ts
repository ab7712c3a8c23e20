import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Lock, partOf } from '@qadam/domain';
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
import { advancing, piecesOf, refuseFewer } from '../observations/observation.store.ts';
import { Submission } from '../observations/submission.entity.ts';
import { anyChosen, CHOSEN, chosenDb, holdChosen } from './chosen-cells.ts';
import { type HandedCell, HandedCellsReader } from './handed-cells.reader.ts';
import { type HandedTable, wrongSums } from './table-check.ts';

/** What is to be handed in together: the values that were chosen in this transaction (chosen-cells.ts). */
export interface ChosenReturn {
  area: string;
  cycle: number;
  /** How many there are. */
  values: number;
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
    const { area, cycle, values, tell } = chosen;
    if (values === 0) throw refused('NOTHING_TO_SUBMIT', 'cells');
    tell('CHECKING', 0, values);
    await holdChosen(em, area, values);
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
    const { area, cycle, values, by, tell } = chosen;
    const submission = em.create(Submission, {
      ...{ id: randomUUID(), number: await nextNumber(em, area, cycle), cycle, area, ...papers },
      ...{ organisation: by.organisation, submittedBy: by.id, recalledAt: null },
      signedBy: actor.id === by.id ? null : actor.id,
    });
    await em.flush();
    const { id, number } = submission;
    tell('WRITING', 0, values);
    for (const { from, to } of piecesOf(values)) {
      const { numInsertedOrUpdatedRows } = await db(em)
        .with('moved', () =>
          advancing(em, anyChosen(from, to), 'SUBMIT').returning('o.current_revision as revision'),
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
      refuseFewer(numInsertedOrUpdatedRows, to - from, 'SUBMIT');
      tell('WRITING', to, values);
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
    { area, cycle, values, by, whole, tell }: ChosenReturn,
  ): Promise<Problem[]> {
    // what is saved may be handed in, assigned or not
    const frame = { area, year: cycle, indicator: null };
    const lockOf = await this.locks.reader(em, by, frame, new Set());
    const years = await cycleYears(em);
    const tables = new Map<HandedCell['table'], HandedTable>();
    const found = new Map<string | number, Reason>();
    const note = (problem: Problem, place: number): void => {
      const key = whole === null ? found.size : reasonOf(problem);
      const { count, ...first } = found.get(key) ?? { problem, place, count: 0 };
      found.set(key, { ...(place < first.place ? { problem, place } : first), count: count + 1 });
    };
    let checked = 0;
    for await (const page of this.cells.pages(em, by, area, CHOSEN)) {
      for (const cell of page) {
        const { indicator, year, place } = cell.current;
        collect(tables, cell);
        const lock = lockOf(indicator, cell.current);
        const field = whole ?? `cells.${String(place)}`;
        const isOfCycle = year === cycle || (year < cycle && !years.has(year));
        const problems = readiness(cell, { cycle, isOfCycle, lock, field });
        for (const one of problems) note(one, place);
      }
      checked += page.length;
      tell('CHECKING', checked, values);
    }
    for await (const sum of wrongSums(em, area, [...tables.values()])) {
      const named = { observation: sum.observation, indicator: sum.indicator };
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
  tables: Map<HandedCell['table'], HandedTable>,
  { current, table }: HandedCell,
): void {
  const { indicator, year } = table;
  if (indicator.tableAxes.length === 0) return;
  const { id: observation, place, value, numerator, denominator } = current;
  const entered = tables.get(table) ?? { indicator, year, cells: [] };
  tables.set(table, entered);
  entered.cells.push({ part: partOf(current), value, numerator, denominator, place, observation });
}

/** What values of one indicator that cannot be handed in have in common. */
const reasonOf = ({ code, params }: Problem): string =>
  [code, ...params.flatMap(({ name, value }) => (SHARED.has(name) ? [value] : []))].join(' ');

const SHARED = new Set(['indicator', 'rule', 'year', 'state']);

/** What the audit says of values that go together: each, or of what was named as a whole how many, and the hash of their revisions. */
export async function namedInAudit(
  em: EntityManager,
  { values, whole, wholeId }: ChosenReturn,
  written: SelectQueryBuilder<Tables, never, { revision: string }>,
): Promise<object> {
  if (whole === null) {
    const cells = await chosenDb(em)
      .selectFrom('chosen_cell')
      .select('id')
      .orderBy('place')
      .execute();
    return { observations: cells.map(({ id }) => id) };
  }
  const { contentHash } = await db(em)
    .selectFrom(written.as('w'))
    .select(hashOfIds('w.revision').as('contentHash'))
    .executeTakeFirstOrThrow();
  return { [whole]: wholeId, values, contentHash };
}

interface Place {
  cycle: number;
  /** The year of the cell is that of the cycle, or an earlier one that has no cycle. */
  isOfCycle: boolean;
  /** Why it takes no value; the same keeps it from being handed in. */
  lock: Lock | null;
  /** Where in the request the cell stands. */
  field: string;
}

/** Why a cell cannot be part of the return; empty where it can. */
function readiness(
  { current, checked, provenance }: HandedCell,
  { cycle, isOfCycle, lock, field }: Place,
): Problem[] {
  const { id: observation, indicator, year, version, state } = current;
  const expected = current.expectedVersion ?? 0;
  const trouble = (code: string, params: Record<string, string | number> = {}): Problem =>
    problem(code, field, { observation, indicator, ...params });
  // opened again after it was published it belongs to any later return, even when its cycle is over
  const belongs = isOfCycle || (current.publishedRevision !== null && year < cycle);
  if (!belongs) return [trouble('NOT_IN_CYCLE', { year })];
  if (version !== expected) return [trouble('VERSION_CONFLICT', { expected, found: version })];
  const blocked = blockedMove(current, 'SUBMIT');
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
