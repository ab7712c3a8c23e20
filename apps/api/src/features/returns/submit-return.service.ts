import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Lock } from '@qadam/domain';
import { sql } from 'kysely';
import { db } from '../../database/db.ts';
import { anyOf, hashOfIds } from '../../database/expressions.ts';
import { isId } from '../../database/ids.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { freeText } from '../../graphql/free-text.ts';
import { problem, ProblemError, refused } from '../../graphql/problem.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { AuditService } from '../audit/audit.service.ts';
import { lockArea } from '../countries/area.reader.ts';
import { CycleReader, cycleYears } from '../cycles/cycle.reader.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { EditConflict } from '../desk-changes/other-change.ts';
import { Evidence } from '../evidence/evidence.entity.ts';
import { draftsOf, returnsOf } from '../imports/import-row.store.ts';
import { findJob } from '../imports/import-job.store.ts';
import { blockedMove } from '../observations/advance.ts';
import { CellLock } from '../observations/cell-lock.ts';
import { type Checkable, submissionErrors } from '../observations/checks.ts';
import { advanceAll, holdObservations, LOCKED } from '../observations/observation.store.ts';
import { Submission } from '../observations/submission.entity.ts';
import { type HandedCell, HandedCellsReader } from './handed-cells.reader.ts';
import { ReturnFormReader } from './return-form.reader.ts';
import type {
  RecallSubmissionInput,
  SubmitReturnAnswer,
  SubmitReturnInput,
} from './returns.type.ts';
import { submissionById, whyNotRecallable } from './submission.reader.ts';
import { placeOf, tableKey, wrongSums } from './table-check.ts';

@Injectable()
export class SubmitReturnService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly cycles: CycleReader,
    private readonly cells: HandedCellsReader,
    private readonly forms: ReturnFormReader,
    private readonly locks: CellLock,
    private readonly audit: AuditService,
  ) {}

  async submitReturn(actor: Actor, input: SubmitReturnInput): Promise<SubmitReturnAnswer> {
    permit(actor, 'SUBMIT', { area: input.area });
    const { done, problems } = await this.change.run(actor, 'SUBMIT', input, (em) =>
      this.handIn(em, actor, input),
    );
    return this.answer(actor, input, done, problems);
  }

  /** Takes a return back, as long as none of it was reviewed. */
  async recallSubmission(actor: Actor, input: RecallSubmissionInput): Promise<SubmitReturnAnswer> {
    const { submission: id } = input;
    const asked = isId(id) ? await this.em.fork().findOne(Submission, id) : null;
    permit(actor, 'RECALL', { area: asked?.area });
    if (asked === null) throw new ApiError('NOT_FOUND');
    const { area, cycle, number } = asked;
    const { problems } = await this.change.run(actor, 'RECALL', input, async (em) => {
      const submission = await em.findOneOrFail(Submission, id, LOCKED);
      const values = await db(em)
        .selectFrom('work.submission_revision as x')
        .innerJoin('work.revision as r', 'r.id', 'x.revision')
        .select('r.observation')
        .where('x.submission', '=', id)
        .execute();
      const ids = values.map(({ observation }) => observation);
      await holdObservations(em, ids, area);
      const wrong = await whyNotRecallable(em, id);
      if (wrong !== null) throw new EditConflict(problem(wrong, null, { cycle }), id);
      await advanceAll(em, ids, 'RECALL');
      submission.recalledAt = new Date();
      await em.flush();
      await this.audit.record(em, actor, 'RECALL', id, { area, after: { number } });
      return id;
    });
    return this.answer(actor, asked, id, problems);
  }

  private async answer(
    actor: Actor,
    { area, cycle }: { area: string; cycle: number },
    submission: string | null,
    problems: Problem[],
  ): Promise<SubmitReturnAnswer> {
    const { em, forms } = this;
    return {
      submission: submission === null ? null : await submissionById(em, submission),
      get form() {
        return forms.form(em, { actor, area, cycle, lang: actor.lang });
      },
      problems,
    };
  }

  /** All chosen cells or none: a list of them, or all that a file brought. */
  private async handIn(em: EntityManager, actor: Actor, input: SubmitReturnInput): Promise<string> {
    const { area, cycle } = input;
    // The returns of one area queue here, so that their receipts are numbered without gap or repeat.
    await lockArea(em, area);
    const chosen = await chosenCells(em, input);
    const ids = chosen.map(({ id }) => id);
    if (ids.length === 0) throw refused('NOTHING_TO_SUBMIT', 'cells');
    if (new Set(ids).size < ids.length) throw refused('DUPLICATE_CELL', 'cells');
    await holdObservations(em, ids, area);
    const calendar = await this.cycles.get(em, area, cycle);
    if (calendar === null) throw refused('CYCLE_CLOSED', 'cycle', { cycle });
    const problems = await this.trouble(em, actor, input, chosen);
    if (problems.length > 0) throw new ProblemError(...problems);

    const submission = em.create(Submission, {
      id: randomUUID(),
      number: await nextNumber(em, area, cycle),
      cycle,
      area,
      organisation: actor.organisation,
      note: freeText(input.note, 'note'),
      letter: await letterOf(em, area, input.letter ?? null),
      submittedBy: actor.id,
      recalledAt: null,
    });
    await em.flush();
    const { id, number } = submission;
    await advanceAll(em, ids, 'SUBMIT');
    await db(em)
      .insertInto('work.submission_revision')
      .columns(['submission', 'revision'])
      .expression((insert) =>
        insert
          .selectFrom('work.observation')
          .select(sql<string>`${id}::uuid`.as('submission'))
          .select('current_revision')
          .where('id', '=', anyOf(ids)),
      )
      .execute();
    const what =
      input.import == null
        ? { observations: ids }
        : { import: input.import, values: ids.length, contentHash: await contentHash(em, id) };
    await this.audit.record(em, actor, 'SUBMIT', id, { area, after: { number, ...what } });
    return id;
  }

  /** Why they cannot be handed in; of a file each reason once for an indicator, with how many values have it. */
  private async trouble(
    em: EntityManager,
    actor: Actor,
    { area, cycle, import: file }: SubmitReturnInput,
    chosen: readonly ChosenCell[],
  ): Promise<Problem[]> {
    // what is saved may be handed in, assigned or not
    const frame = { area, year: cycle, indicator: null };
    const lockOf = await this.locks.reader(em, actor, frame, new Set());
    const years = await cycleYears(em);
    const ids = chosen.map(({ id }) => id);
    const read: Pick<HandedCell, 'id' | 'indicator' | 'year' | 'part'>[] = [];
    const tables = new Map<string, Checkable>();
    const found = new Map<string | number, { problem: Problem; count: number }>();
    const tell = (problem: Problem): void => {
      const key = file == null ? found.size : reasonOf(problem);
      const known = found.get(key);
      if (known === undefined) found.set(key, { problem, count: 1 });
      else known.count += 1;
    };
    for await (const page of this.cells.pages(em, actor, area, ids)) {
      for (const cell of page) {
        const at = read.length;
        const { id, indicator, year, part, checked } = cell;
        read.push({ id, indicator, year, part });
        if (checked.indicator.tableAxes.length > 0) tables.set(tableKey(cell), checked);
        const expectedVersion = chosen[at]?.expectedVersion ?? 0;
        const lock = lockOf(indicator, cell);
        const field = file == null ? `cells.${String(at)}` : 'import';
        const isOfCycle = year === cycle || (year < cycle && !years.has(year));
        readiness(cell, { cycle, isOfCycle, lock, expectedVersion, field }).forEach(tell);
      }
    }
    for await (const sum of wrongSums(em, area, tables.values())) {
      const place = placeOf(sum, read);
      const named = { observation: ids[place] ?? '', indicator: sum.indicator };
      const params = { ...named, rule: sum.hit.rule, ...sum.hit.params };
      const field = file == null ? `cells.${String(place)}` : 'import';
      tell(problem(sum.hit.code, field, params));
    }
    return Array.from(found.values(), ({ problem: { params, ...one }, count }) => ({
      ...one,
      params: count > 1 ? [...params, { name: 'values', value: String(count) }] : params,
    }));
  }
}

/** What values of one indicator that cannot be handed in have in common. */
const reasonOf = ({ code, params }: Problem): string =>
  [code, ...params.flatMap(({ name, value }) => (SHARED.has(name) ? [value] : []))].join(' ');

const SHARED = new Set(['indicator', 'rule', 'year', 'state']);

/** The years of a file that are handed in with a cycle: its own, and earlier ones that have none. */
async function yearsWith(em: EntityManager, job: string, cycle: number): Promise<number[]> {
  const returns = await returnsOf(em, job);
  return returns.filter((one) => one.cycle === cycle).map(({ year }) => year);
}

interface ChosenCell {
  id: string;
  /** Of the value that is handed in. */
  expectedVersion: number;
}

async function chosenCells(
  em: EntityManager,
  { area, cycle, cells, import: file }: SubmitReturnInput,
): Promise<ChosenCell[]> {
  if ((cells == null) === (file == null))
    throw new ApiError('BAD_USER_INPUT', 'Send either cells or import.');
  if (file == null) return cells ?? [];
  const job = await findJob(em, file);
  if (job?.area !== area || (job.cycle ?? cycle) !== cycle) throw new ApiError('NOT_FOUND');
  if (job.state !== 'COMMITTED') return [];
  return draftsOf(em, job, job.cycle === null ? await yearsWith(em, job.job, cycle) : [cycle]);
}

/** Of the revisions that were handed in together: what the audit says of more than it can list. */
async function contentHash(em: EntityManager, submission: string): Promise<string> {
  const { hash } = await db(em)
    .selectFrom('work.submission_revision as x')
    .select(hashOfIds('x.revision').as('hash'))
    .where('x.submission', '=', submission)
    .executeTakeFirstOrThrow();
  return hash;
}

interface Handing {
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
  { cycle, isOfCycle, lock, expectedVersion: expected, field }: Handing,
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

/** The head's signed letter: a file of the area. */
async function letterOf(
  em: EntityManager,
  area: string,
  id: string | null,
): Promise<string | null> {
  if (id === null) return null;
  if (!isId(id) || (await em.count(Evidence, { id, area, kind: 'FILE' })) === 0)
    throw new ApiError('NOT_FOUND');
  return id;
}

async function nextNumber(em: EntityManager, area: string, cycle: number): Promise<string> {
  const number = (await em.count(Submission, { area, cycle })) + 1;
  return `${area}-${cycle}-${String(number).padStart(3, '0')}`;
}
