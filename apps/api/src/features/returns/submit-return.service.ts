import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { db } from '../../database/db.ts';
import { anyOf } from '../../database/expressions.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { problem } from '../../graphql/problem.ts';
import { AuditService } from '../audit/audit.service.ts';
import { lockArea } from '../countries/area.reader.ts';
import { CycleReader } from '../cycles/cycle.reader.ts';
import { advance } from '../observations/advance.ts';
import { CellLock } from '../observations/cell-lock.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { ProblemError } from '../../graphql/problem-error.ts';
import { Evidence } from '../evidence/evidence.entity.ts';
import { isId } from '../../database/ids.ts';
import { NO_PROOF, proofs } from '../observations/provenance.ts';
import { lockObservations } from '../observations/observation.store.ts';
import { ReturnFormReader } from './return-form.reader.ts';
import { readiness } from './readiness.ts';
import { Submission } from '../observations/submission.entity.ts';
import { submissionById } from './submission.reader.ts';
import type { SubmitReturnInput } from './submit-return.input.ts';
import type { SubmitReturnAnswer } from './submit-return.type.ts';
import { freeText } from '../../graphql/free-text.ts';
import { placeOf, wrongSums } from './table-check.ts';
import { WorkObservationReader } from './work-observation.reader.ts';

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

  async submit(actor: Actor, input: SubmitReturnInput): Promise<SubmitReturnAnswer> {
    permit(actor, 'SUBMIT', { area: input.area });
    const { done, problems } = await this.change.run(actor, 'SUBMIT', input, (em) =>
      this.handIn(em, actor, input),
    );
    const frame = { actor, area: input.area, cycle: input.cycle, lang: actor.lang };
    const submission = done === null ? null : await submissionById(this.em, done);
    return { submission, form: () => this.forms.form(this.em, frame), problems };
  }

  /** All chosen cells or none. */
  private async handIn(em: EntityManager, actor: Actor, input: SubmitReturnInput): Promise<string> {
    const { area, cycle } = input;
    const ids = input.cells.map(({ id }) => id);
    if (ids.length === 0) throw new ProblemError(problem('NOTHING_TO_SUBMIT', 'cells'));
    if (new Set(ids).size < ids.length) throw new ProblemError(problem('DUPLICATE_CELL', 'cells'));
    // The returns of one area queue here, so that their receipts are numbered without gap or repeat.
    await lockArea(em, area);
    const locked = await lockObservations(em, ids);
    if ([...locked.values()].some((observation) => observation.area !== area)) {
      throw new ApiError('NOT_FOUND');
    }
    const calendar = await this.cycles.get(em, area, cycle);
    if (calendar === null) throw new ProblemError(problem('CYCLE_CLOSED', 'cycle', { cycle }));
    const read = await this.observations.read(em, ids, actor.lang);
    // what is saved may be handed in, assigned or not
    const cells = { area, year: cycle, indicator: null };
    const proofOf = await proofs(em, actor, ids);
    const lockOf = await this.locks.reader(em, actor, cells, new Set());
    const problems = read.flatMap((one, index) =>
      readiness(one, {
        cycle,
        lock: lockOf(one.observation.indicator, locked.get(one.observation.id) ?? null),
        expectedVersion: input.cells[index]?.expectedVersion ?? 0,
        correcting: one.observation.published !== null,
        proof: proofOf.get(one.observation.id) ?? NO_PROOF,
        field: `cells.${index}`,
      }),
    );
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
