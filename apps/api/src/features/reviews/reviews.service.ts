import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Operation } from '@qadam/domain';
import { type Actor, permit } from '../../graphql/access.ts';
import type { ReviewDecision } from '../../graphql/enums.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { problem } from '../../graphql/problem.ts';
import { AuditService } from '../audit/audit.service.ts';
import { advance, auditDetail } from '../observations/advance.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { EditConflict } from '../desk-changes/other-change.ts';
import { ProblemError } from '../../graphql/problem-error.ts';
import { isId } from '../../database/ids.ts';
import { Message } from '../observations/message.entity.ts';
import type { ObservationPayload } from '../observations/observation-payload.type.ts';
import type { Observation } from '../observations/observation.entity.ts';
import {
  currentRevisions,
  lockObservation,
  lockObservations,
  permitOn,
} from '../observations/observation.store.ts';
import { requiredText } from '../../graphql/free-text.ts';
import { isOpen, readQuestions } from '../observations/question.reader.ts';
import { batchToUndo } from './approval-batch.ts';
import { approvalProblem } from './approval.ts';
import type { ApproveValuesPayload } from './approve-values.type.ts';
import { Review } from './review.entity.ts';
import type {
  ApproveValuesInput,
  ReturnValueInput,
  UndoApprovalInput,
  UndoApprovalsInput,
} from './review.input.ts';

const OPERATION = {
  APPROVED: 'APPROVE',
  RETURNED: 'RETURN',
  APPROVAL_UNDONE: 'UNDO_APPROVAL',
} as const satisfies Record<ReviewDecision, Operation>;

@Injectable()
export class ReviewsService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly audit: AuditService,
  ) {}

  /** Sends a value back to its reporter, with the reason, which also opens the conversation. */
  async returnValue(actor: Actor, input: ReturnValueInput): Promise<ObservationPayload> {
    await permitOn(this.em, actor, 'RETURN', input.observation);
    const { problems } = await this.change.run(actor, 'RETURN', input, async (em) => {
      const reason = requiredText(input.reason, 'reason', 'REASON_REQUIRED');
      const observation = await lockObservation(em, input.observation);
      if (observation.currentRevision !== input.revision) {
        throw new EditConflict(problem('REVISION_CHANGED', 'revision'), observation.id);
      }
      em.create(Message, {
        id: randomUUID(),
        observation: observation.id,
        author: actor.id,
        text: reason,
      });
      await this.decide(em, actor, [observation], 'RETURNED', { reason });
      return observation.id;
    });
    return { observation: input.observation, problems };
  }

  /** All or none, each at exactly the revision that was reviewed, none by its author. */
  async approve(actor: Actor, input: ApproveValuesInput): Promise<ApproveValuesPayload> {
    permit(actor, 'APPROVE', {});
    const ids = input.values.map(({ observation }) => observation);
    const { done, problems } = await this.change.run(actor, 'APPROVE', input, async (em) => {
      if (ids.length === 0) throw new ProblemError(problem('NOTHING_TO_APPROVE', 'values'));
      if (new Set(ids).size < ids.length)
        throw new ProblemError(problem('DUPLICATE_VALUE', 'values'));
      const locked = await lockObservations(em, ids);
      const revisions = await currentRevisions(em, locked.values());
      const asked = await readQuestions(em, { ids });
      const questions = new Map(
        asked.filter(isOpen).map(({ observation, question }) => [observation, question.id]),
      );
      const found = input.values.map((value, index): Problem | null =>
        approvalProblem(actor, value, index, { observations: locked, revisions, questions }),
      );
      const refused = found.filter((one) => one !== null);
      if (refused.length > 0) throw new ProblemError(...refused);
      const batch = randomUUID();
      await this.decide(em, actor, [...locked.values()], 'APPROVED', { batch });
      return batch;
    });
    return { batch: done, observations: ids, problems };
  }

  /** Until the value is in a release. */
  async undo(actor: Actor, input: UndoApprovalInput): Promise<ObservationPayload> {
    await permitOn(this.em, actor, 'UNDO_APPROVAL', input.observation);
    const { problems } = await this.change.run(actor, 'UNDO_APPROVAL', input, async (em) => {
      const observation = await lockObservation(em, input.observation);
      if (observation.state === 'PUBLISHED') throw new ProblemError(problem('ALREADY_RELEASED'));
      const revisions = await currentRevisions(em, [observation]);
      const current = revisions.get(observation.currentRevision);
      if (current?.via === 'SOURCE_IMPORT') throw new ProblemError(problem('NEVER_APPROVED'));
      await this.decide(em, actor, [observation], 'APPROVAL_UNDONE');
      return observation.id;
    });
    return { observation: input.observation, problems };
  }

  /** What one press approved, by another one: all of it that still stands, as long as none of it is released. */
  async undoBatch(actor: Actor, input: UndoApprovalsInput): Promise<ApproveValuesPayload> {
    permit(actor, 'UNDO_APPROVAL', {});
    const asked = isId(input.batch) ? await batchToUndo(this.em, input.batch) : null;
    if (asked === null) throw new ApiError('NOT_FOUND');
    const { problems } = await this.change.run(actor, 'UNDO_APPROVAL', input, async (em) => {
      // read again behind the locks: a release or another officer may have been faster
      const locked = await lockObservations(em, asked.standing);
      const found = await batchToUndo(em, input.batch);
      if (found === null || found.released > 0) throw new ProblemError(problem('ALREADY_RELEASED'));
      if (found.late) throw new ProblemError(problem('UNDO_TOO_LATE'));
      if (found.standing.length === 0) throw new ProblemError(problem('NOTHING_TO_UNDO'));
      const standing = found.standing.flatMap((id) => locked.get(id) ?? []);
      await this.decide(em, actor, standing, 'APPROVAL_UNDONE');
      return found.standing;
    });
    return { batch: input.batch, observations: asked.standing, problems };
  }

  /** As sets: the number of statements does not grow with the values. */
  private async decide(
    em: EntityManager,
    actor: Actor,
    observations: readonly Observation[],
    decision: ReviewDecision,
    { reason = null, batch = null }: { reason?: string | null; batch?: string | null } = {},
  ): Promise<void> {
    const events = observations.map((observation) => {
      const before = auditDetail(observation);
      advance(observation, OPERATION[decision]);
      em.create(Review, {
        id: randomUUID(),
        observation: observation.id,
        revision: observation.currentRevision,
        decision,
        reason,
        batch,
        reviewer: actor.id,
      });
      return {
        subject: observation.id,
        area: observation.area,
        before,
        after: auditDetail(observation),
      };
    });
    await em.flush();
    await this.audit.recordAll(em, actor, OPERATION[decision], events);
  }
}
