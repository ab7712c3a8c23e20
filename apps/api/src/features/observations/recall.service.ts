import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { problem } from '../../graphql/problem.type.ts';
import { AuditService } from '../audit/audit.service.ts';
import { CycleReader } from '../cycles/cycle.reader.ts';
import { advance } from './advance.ts';
import { DeskChange, Refused } from './desk-change.ts';
import { isId } from './ids.ts';
import { ObservationStore } from './observation.store.ts';
import { ReturnFormReader } from './return-form.reader.ts';
import { SubmissionSchema } from './submission.entity.ts';
import type { RecallSubmissionInput } from './submit-return.input.ts';
import type { SubmitReturnPayload } from './submit-return.type.ts';

@Injectable()
export class RecallService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly store: ObservationStore,
    private readonly cycles: CycleReader,
    private readonly forms: ReturnFormReader,
    private readonly audit: AuditService,
  ) {}

  /** Takes a return back, as long as nobody has reviewed any of it. */
  async recall(actor: Actor, input: RecallSubmissionInput): Promise<SubmitReturnPayload> {
    const submission = isId(input.submission)
      ? await this.em.fork().findOne(SubmissionSchema, input.submission)
      : null;
    permit(actor, 'RECALL', { area: submission?.area });
    if (submission === null) throw new ApiError('NOT_FOUND');
    const { id, area, cycle } = submission;
    const { problems } = await this.change.run(actor, 'RECALL', input, (em) =>
      this.takeBack(em, actor, id),
    );
    const form = await this.forms.form(this.em, { actor, area, cycle, lang: actor.lang });
    return { submission: form?.submissions.find((one) => one.id === id) ?? null, form, problems };
  }

  private async takeBack(em: EntityManager, actor: Actor, id: string): Promise<string> {
    const submission = await em.findOneOrFail(SubmissionSchema, id, {
      lockMode: LockMode.PESSIMISTIC_WRITE,
    });
    if (submission.recalledAt !== null) throw new Refused(problem('ALREADY_RECALLED'));
    const parts = await em.execute<{ observation: string; revision: string }[]>(
      `select r.observation, r.id as revision from work.submission_revision x
       join work.revision r on r.id = x.revision where x.submission = ?`,
      [id],
    );
    const locked = await this.store.lockAll(
      em,
      parts.map(({ observation }) => observation),
    );
    await this.refuseIfReviewed(em, id);
    const observations = [...locked.values()];
    if (parts.some((part) => locked.get(part.observation)?.currentRevision !== part.revision)) {
      throw new Refused(problem('ALREADY_REOPENED'));
    }
    const calendar = await this.cycles.get(em, submission.area, submission.cycle);
    // A draft that cannot be handed in again would be lost to the cycle.
    if (calendar?.open !== true && observations.some((one) => one.publishedRevision === null)) {
      throw new Refused(problem('CYCLE_CLOSED', null, { cycle: submission.cycle }));
    }
    for (const observation of observations) advance(observation, 'RECALL');
    submission.recalledAt = new Date();
    await em.flush();
    await this.audit.record(em, actor, 'RECALL', id, {
      area: submission.area,
      after: { number: submission.number },
    });
    return id;
  }

  /** After the observations are locked: a review that was under way has ended by then. */
  private async refuseIfReviewed(em: EntityManager, submission: string): Promise<void> {
    const [review] = await em.execute<object[]>(
      `select 1 from work.submission_revision x join work.review v on v.revision = x.revision
       where x.submission = ? limit 1`,
      [submission],
    );
    if (review !== undefined) throw new Refused(problem('ALREADY_REVIEWED'));
  }
}
