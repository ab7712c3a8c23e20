import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { problem } from '../../graphql/problem.ts';
import { AuditService } from '../audit/audit.service.ts';
import { advance } from './advance.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { Overtaken } from '../desk-changes/meanwhile.ts';
import { isId } from '../../database/ids.ts';
import { ObservationStore } from './observation.store.ts';
import { ReturnFormReader } from './return-form.reader.ts';
import { Submission } from './submission.entity.ts';
import { SubmissionReader } from './submission.reader.ts';
import type { RecallSubmissionInput } from './submit-return.input.ts';
import type { SubmitReturnAnswer } from './submit-return.type.ts';

@Injectable()
export class RecallService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly store: ObservationStore,
    private readonly submissions: SubmissionReader,
    private readonly forms: ReturnFormReader,
    private readonly audit: AuditService,
  ) {}

  /** Takes a return back, as long as nobody has reviewed any of it. */
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
      submission: await this.submissions.one(this.em, id),
      form: () => this.forms.form(this.em, frame),
      problems,
    };
  }

  private async takeBack(em: EntityManager, actor: Actor, id: string): Promise<string> {
    const submission = await em.findOneOrFail(Submission, id, {
      lockMode: LockMode.PESSIMISTIC_WRITE,
    });
    const parts = await em.execute<{ observation: string }[]>(
      `select r.observation from work.submission_revision x
       join work.revision r on r.id = x.revision where x.submission = ?`,
      [id],
    );
    const locked = await this.store.lockAll(
      em,
      parts.map(({ observation }) => observation),
    );
    const wrong = await this.submissions.recallProblem(em, id);
    if (wrong !== null) throw new Overtaken(problem(wrong, null, { cycle: submission.cycle }), id);
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
