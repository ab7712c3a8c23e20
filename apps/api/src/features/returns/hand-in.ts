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
import { recordEvent } from '../audit/chain.ts';
import type { Tell } from '../desk-changes/changes-under-way.ts';
import { CycleReader, cycleYears } from '../cycles/cycle.reader.ts';
import { blockedMove } from '../observations/advance.ts';
import { CellLock } from '../observations/cell-lock.ts';
import { submissionErrors } from '../observations/checks.ts';
import { anyChosen, chosenDb, holdChosen } from '../observations/chosen-cells.ts';
import { advancing, piecesOf, refuseFewer } from '../observations/observation.store.ts';
import { Submission } from '../observations/submission.entity.ts';
import { CHOSEN, type HandedCell, HandedCellsReader } from './handed-cells.reader.ts';
import { type HandedTable, wrongSums } from './table-check.ts';

/** A return to be submitted: the values that were chosen in this transaction (chosen-cells.ts). */
export interface ChosenReturn {
  area: string;
  cycle: number;
  /** The number of values. */
  values: number;
  /** Who put it together: their reopenings count, and their body reports it. The language is that of the person who asks. */
  by: Pick<Actor, 'id' | 'organisation' | 'lang'>;
  /** The field by which the request names all values together; null: it lists them cell by cell. */
  whole: 'import' | 'request' | null;
  /** The id of the file or the signature request. */
  wholeId: string | null;
  /** Called with the progress. */
  tell: Tell;
}

/** What is sent along with a return. */
export interface Papers {
  note: string | null;
  letter: string | null;
}

/** The only way to submit values, by one person or by two: they are checked, then moved and numbered. The caller has locked the area (`lockArea`). */
@Injectable()
export class HandIn {
  constructor(
    private readonly cycles: CycleReader,
    private readonly cells: HandedCellsReader,
    private readonly locks: CellLock,
  ) {}

  /** Locks all chosen cells until the transaction ends, and throws unless every one can be submitted. */
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

  /** Submits the checked values in a submission with its number. `actor`: who submits it; if two people sign, not the one who prepared it. */
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
            // inserting rows in the order of an index takes half the time
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
    await recordEvent(em, actor, 'SUBMIT', id, { area, after: { number, ...named } });
    return id;
  }

  /** Why the values cannot be submitted; if they are named together, each reason once per indicator, with the number of values. */
  private async trouble(
    em: EntityManager,
    { area, cycle, values, by, whole, tell }: ChosenReturn,
  ): Promise<Problem[]> {
    // a saved value may be submitted even if its indicator is not assigned
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

/** A reason why values cannot be submitted, with the place of the first such value in the request and their number. */
interface Reason {
  problem: Problem;
  place: number;
  count: number;
}

/** Collects the cells of indicators with a table, whose parts are then added up. */
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

/** The key of a problem: values with the same key are reported together. */
const reasonOf = ({ code, params }: Problem): string =>
  [code, ...params.flatMap(({ name, value }) => (SHARED.has(name) ? [value] : []))].join(' ');

const SHARED = new Set(['indicator', 'rule', 'year', 'state']);

/** What the audit records about the values of a return: each id, or, if they were named together, their number and the hash of their revisions. */
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
  /** Is the year of the cell that of the cycle, or an earlier one without a cycle? */
  isOfCycle: boolean;
  /** Why the cell takes no value; the same reason keeps it from being submitted. */
  lock: Lock | null;
  /** The field of the request that names the cell. */
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
  // a published value that was reopened may go into any later return, even if its own cycle is over
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
