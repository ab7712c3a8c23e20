import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Lock } from '@qadam/domain';
import { sql } from 'kysely';
import { db } from '../../database/db.ts';
import { anyOf } from '../../database/expressions.ts';
import { isId } from '../../database/ids.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { freeText } from '../../graphql/free-text.ts';
import { problem, ProblemError, refused } from '../../graphql/problem.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { AuditService } from '../audit/audit.service.ts';
import { lockArea } from '../countries/area.reader.ts';
import { CycleReader } from '../cycles/cycle.reader.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { EditConflict } from '../desk-changes/other-change.ts';
import { Evidence } from '../evidence/evidence.entity.ts';
import { advance, blockedMove } from '../observations/advance.ts';
import { CellLock } from '../observations/cell-lock.ts';
import { submissionErrors } from '../observations/checks.ts';
import { LOCKED, lockObservations } from '../observations/observation.store.ts';
import { NO_PROOF, type Proof, proofs, provenanceOf } from '../observations/provenance.ts';
import { Submission } from '../observations/submission.entity.ts';
import { ReturnFormReader } from './return-form.reader.ts';
import type {
  RecallSubmissionInput,
  SubmitReturnAnswer,
  SubmitReturnInput,
} from './returns.type.ts';
import { submissionById, whyNotRecallable } from './submission.reader.ts';
import { placeOf, wrongSums } from './table-check.ts';
import { type ReadObservation, WorkObservationReader } from './work-observation.reader.ts';

@Injectable()
export class SubmitReturnService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly cycles: CycleReader,
    private readonly observations: WorkObservationReader,
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
      const locked = await lockObservations(em, ids);
      const wrong = await whyNotRecallable(em, id);
      if (wrong !== null) throw new EditConflict(problem(wrong, null, { cycle }), id);
      for (const observation of locked.values()) advance(observation, 'RECALL');
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

  /** All chosen cells or none. */
  private async handIn(em: EntityManager, actor: Actor, input: SubmitReturnInput): Promise<string> {
    const { area, cycle } = input;
    const ids = input.cells.map(({ id }) => id);
    if (ids.length === 0) throw refused('NOTHING_TO_SUBMIT', 'cells');
    if (new Set(ids).size < ids.length) throw refused('DUPLICATE_CELL', 'cells');
    // The returns of one area queue here, so that their receipts are numbered without gap or repeat.
    await lockArea(em, area);
    const locked = await lockObservations(em, ids);
    if ([...locked.values()].some((observation) => observation.area !== area))
      throw new ApiError('NOT_FOUND');
    const calendar = await this.cycles.get(em, area, cycle);
    if (calendar === null) throw refused('CYCLE_CLOSED', 'cycle', { cycle });
    const read = await this.observations.read(em, ids, actor.lang);
    // what is saved may be handed in, assigned or not
    const cells = { area, year: cycle, indicator: null };
    const proofOf = await proofs(em, actor, ids);
    const lockOf = await this.locks.reader(em, actor, cells, new Set());
    const problems = read.flatMap((one, index) => {
      const { id, indicator } = one.observation;
      return readiness(one, {
        cycle,
        lock: lockOf(indicator, locked.get(id) ?? null),
        expectedVersion: input.cells[index]?.expectedVersion ?? 0,
        proof: proofOf.get(id) ?? NO_PROOF,
        field: `cells.${index}`,
      });
    });
    for (const sum of await wrongSums(em, area, read)) {
      const place = placeOf(sum, read);
      const named = { observation: ids[place] ?? '', indicator: sum.indicator };
      const params = { ...named, rule: sum.hit.rule, ...sum.hit.params };
      problems.push(problem(sum.hit.code, `cells.${String(place)}`, params));
    }
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
    for (const observation of locked.values()) advance(observation, 'SUBMIT');
    await em.flush();
    await db(em)
      .insertInto('work.submission_revision')
      .columns(['submission', 'revision'])
      .expression((insert) =>
        insert
          .selectFrom('work.observation')
          .select(sql<string>`${submission.id}::uuid`.as('submission'))
          .select('current_revision')
          .where('id', '=', anyOf(ids)),
      )
      .execute();
    await this.audit.record(em, actor, 'SUBMIT', submission.id, {
      area,
      after: { number: submission.number, observations: ids },
    });
    return submission.id;
  }
}

interface Handing {
  cycle: number;
  /** Why it takes no value; the same keeps it from being handed in. */
  lock: Lock | null;
  expectedVersion: number;
  proof: Proof;
  /** Where in the request the cell stands. */
  field: string;
}

/** Why a cell cannot be part of the return; empty where it can. */
function readiness(
  { observation: cell, checked }: ReadObservation,
  { cycle, lock, expectedVersion: expected, proof, field }: Handing,
): Problem[] {
  const { id: observation, indicator, year, version, state } = cell;
  const trouble = (code: string, params: Record<string, string | number> = {}): Problem =>
    problem(code, field, { observation, indicator, ...params });
  // opened again after it was published it belongs to any later return, even when its cycle is over
  const belongs = year === cycle || (cell.published !== null && year < cycle);
  if (!belongs) return [trouble('NOT_IN_CYCLE', { year })];
  if (version !== expected) return [trouble('VERSION_CONFLICT', { expected, found: version })];
  const blocked = blockedMove(cell, 'SUBMIT');
  if (blocked !== null) return [trouble(blocked.code, { state, event: 'SUBMIT' })];
  if (lock !== null) return [trouble(lock, { cycle })];
  const provenance = provenanceOf({ ...proof, ...checked, sourceText: checked.current.sourceText });
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
