import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { db } from '../../database/db.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { problem } from '../../graphql/problem.ts';
import { AuditService } from '../audit/audit.service.ts';
import { advance } from '../observations/advance.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { EditConflict } from '../desk-changes/other-change.ts';
import { isId } from '../../database/ids.ts';
import { LOCKED, lockObservations } from '../observations/observation.store.ts';
import { ReturnFormReader } from './return-form.reader.ts';
import { Submission } from '../observations/submission.entity.ts';
import { submissionById, whyNotRecallable } from './submission.reader.ts';
import type { RecallSubmissionInput } from './submit-return.input.ts';
import type { SubmitReturnAnswer } from './submit-return.type.ts';

@Injectable()
export class RecallService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly forms: ReturnFormReader,
    private readonly audit: AuditService,
  ) {}

  /** Takes a return back, as long as none of it was reviewed. */
  async recall(actor: Actor, input: RecallSubmissionInput): Promise<SubmitReturnAnswer> {
    const submission = isId(input.submission)
      ? await this.em.fork().findOne(Submission, input.submission)
      : null;
    permit(actor, 'RECALL', { area: submission?.area });
    if (submission === null) throw new ApiError('NOT_FOUND');
    const { id, area, cycle } = submission;
    const { problems } = await this.change.run(actor, 'RECALL', input, (em) =>
      this.takeBack(em, actor, id),
    );
    const frame = { actor, area, cycle, lang: actor.lang };
    return {
      submission: await submissionById(this.em, id),
      form: () => this.forms.form(this.em, frame),
      problems,
    };
  }

  private async takeBack(em: EntityManager, actor: Actor, id: string): Promise<string> {
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
    if (wrong !== null)
      throw new EditConflict(problem(wrong, null, { cycle: submission.cycle }), id);
    for (const observation of locked.values()) advance(observation, 'RECALL');
    submission.recalledAt = new Date();
    await em.flush();
    await this.audit.record(em, actor, 'RECALL', id, {
      area: submission.area,
      after: { number: submission.number },
    });
    return id;
  }
}
