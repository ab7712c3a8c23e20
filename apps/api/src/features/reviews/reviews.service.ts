import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { mayApprove } from '@qadam/domain';
import { db } from '../../database/db.ts';
import { anyOf } from '../../database/expressions.ts';
import { isId } from '../../database/ids.ts';
import { asServer } from '../../database/standing.ts';
import { type Actor, permit, permitAreas } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { ReviewDecision } from '../../graphql/enums.ts';
import { requiredText } from '../../graphql/free-text.ts';
import { problem, ProblemError, refused } from '../../graphql/problem.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { recordEvent, recordEvents } from '../audit/chain.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { EditConflict } from '../desk-changes/other-change.ts';
import { advance, auditDetail, blockedMove } from '../observations/advance.ts';
import type { ObservationPayload } from '../observations/changes.type.ts';
import { choose, numbered } from '../observations/chosen-cells.ts';
import { Message } from '../observations/message.entity.ts';
import type { Observation, Revision } from '../observations/observation.entity.ts';
import {
  currentRevision,
  currentRevisions,
  holdObservations,
  lockObservations,
} from '../observations/observation.store.ts';
import { expectRevision, ObservationChange } from '../observations/observation-change.ts';
import { isOpen, readQuestions } from '../observations/question.reader.ts';
import { batchToUndo, returnOf } from './approval-batch.ts';
import { contentHash, decideAll, OPERATION } from './decide-all.ts';
import { Review } from './review.entity.ts';
import type {
  ApproveValueInput,
  ApproveValuesInput,
  ApproveValuesPayload,
  AskReporterInput,
  ReturnValueInput,
  UndoApprovalInput,
  UndoApprovalsInput,
} from './review.type.ts';

/** Up to so many values that are decided on together get an audit event each. */
const MAX_EVENTS = 1000;

@Injectable()
export class ReviewsService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly valueChange: ObservationChange,
  ) {}

  /** Returns a value to its reporter; the reason also becomes a message of the conversation. */
  returnValue(actor: Actor, input: ReturnValueInput): Promise<ObservationPayload> {
    return this.valueChange.run(actor, 'RETURN', input, async (em, observation) => {
      const reason = requiredText(input.reason, 'reason', 'REASON_REQUIRED');
      expectRevision(observation, input.revision);
      const { id } = observation;
      const { id: author, role } = actor;
      em.create(Message, { id: randomUUID(), observation: id, author, role, text: reason });
      await this.decide(em, actor, [observation], 'RETURNED', { reason });
    });
  }

  /** Asks the reporter a question. It is not a decision: the value stays submitted, and the question is open until the reporter answers. */
  askReporter(actor: Actor, input: AskReporterInput): Promise<ObservationPayload> {
    return this.valueChange.run(actor, 'ASK_REPORTER', input, async (em, observation) => {
      const text = requiredText(input.text, 'text', 'TEXT_REQUIRED');
      expectRevision(observation, input.revision);
      const { id, area, state } = observation;
      if (state !== 'SUBMITTED')
        throw new EditConflict(problem('INVALID_STATE', null, { state, event: 'ASK' }), id);
      const message = randomUUID();
      const asked = { id: message, observation: id, text, question: true };
      await em.insert(Message, { ...asked, author: actor.id, role: actor.role });
      await recordEvent(em, actor, 'ASK_REPORTER', id, { area, after: { message } });
    });
  }

  /** Approves all values or none, each at exactly the revision that was reviewed, and none by its author. */
  async approveValues(actor: Actor, input: ApproveValuesInput): Promise<ApproveValuesPayload> {
    permitAreas(actor, 'APPROVE');
    const ids = input.values.map(({ observation }) => observation);
    const { done, problems } = await this.change.run(actor, 'APPROVE', input, async (em) => {
      if (ids.length === 0) throw refused('NOTHING_TO_APPROVE', 'values');
      if (new Set(ids).size < ids.length) throw refused('DUPLICATE_VALUE', 'values');
      const observations = await lockObservations(em, ids);
      for (const { area } of observations.values()) permit(actor, 'APPROVE', { area });
      const revisions = await currentRevisions(em, observations.values());
      const asked = await readQuestions(em, { which: anyOf(ids) });
      const questions = new Map(
        asked.filter(isOpen).map(({ observation, question }) => [observation, question.id]),
      );
      const blocked = input.values.flatMap(
        (value, index) =>
          approvalProblem(actor, value, index, { observations, revisions, questions }) ?? [],
      );
      if (blocked.length > 0) throw new ProblemError(...blocked);
      const batch = randomUUID();
      await this.decide(em, actor, [...observations.values()], 'APPROVED', { batch });
      return batch;
    });
    return { batch: done, observations: ids, problems };
  }

  /** Undoes an approval; possible until the value is in a release. */
  undoApproval(actor: Actor, input: UndoApprovalInput): Promise<ObservationPayload> {
    return this.valueChange.run(actor, 'UNDO_APPROVAL', input, async (em, observation) => {
      if (input.revision != null) expectRevision(observation, input.revision);
      if (observation.state === 'PUBLISHED') throw refused('ALREADY_RELEASED');
      const { via } = await currentRevision(em, observation);
      if (via === 'SOURCE_IMPORT') throw refused('NEVER_APPROVED');
      await this.decide(em, actor, [observation], 'APPROVAL_UNDONE');
    });
  }

  /** Undoes a batch of approvals; possible as long as none of its values is released. */
  async undoApprovals(actor: Actor, input: UndoApprovalsInput): Promise<ApproveValuesPayload> {
    permitAreas(actor, 'UNDO_APPROVAL');
    const { batch } = input;
    // read with the server's own rights: an officer limited to some areas would only see part of the batch
    const asked = isId(batch) ? await asServer(() => batchToUndo(this.em, batch)) : null;
    if (asked === null) throw new ApiError('NOT_FOUND');
    for (const area of asked.areas) permit(actor, 'UNDO_APPROVAL', { area });
    const { problems } = await this.change.run(actor, 'UNDO_APPROVAL', input, async (em) => {
      // read again after locking: a release or another officer may have been faster
      await holdObservations(em, asked.standing);
      const found = await batchToUndo(em, batch);
      if (found === null || found.released > 0) throw refused('ALREADY_RELEASED');
      if (found.late) throw refused('UNDO_TOO_LATE');
      if (found.standing.length === 0) throw refused('NOTHING_TO_UNDO');
      const { standing } = found;
      if (standing.length > MAX_EVENTS) await this.undoWhole(em, actor, batch, standing);
      else {
        const locked = await lockObservations(em, standing);
        await this.decide(em, actor, [...locked.values()], 'APPROVAL_UNDONE');
      }
      return standing;
    });
    return { batch, observations: asked.standing, problems };
  }

  /** Undoes a batch too large for an event each. Such a batch was approved with its return, so the event is about the return. */
  private async undoWhole(em: EntityManager, actor: Actor, batch: string, ids: readonly string[]) {
    const { id, area, number } = await returnOf(em, batch);
    const standing = db(em)
      .selectFrom('work.observation')
      .select(['id', 'version'])
      .where('id', '=', anyOf(ids));
    const values = await choose(em, numbered(em, standing));
    const content = { values, contentHash: await contentHash(em) };
    await decideAll(em, actor, values, { decision: 'APPROVAL_UNDONE', batch: null });
    const after = { number, batch, ...content };
    await recordEvent(em, actor, 'UNDO_APPROVAL', id, { area, after });
  }

  /** Stores a decision on several observations; the number of SQL statements does not grow with them. */
  private async decide(
    em: EntityManager,
    actor: Actor,
    observations: readonly Observation[],
    decision: ReviewDecision,
    detail: Partial<Pick<Review, 'reason' | 'batch'>> = {},
  ): Promise<void> {
    const events = observations.map((observation) => {
      const before = auditDetail(observation);
      advance(observation, OPERATION[decision]);
      const { id, area, currentRevision: revision } = observation;
      const review = { id: randomUUID(), observation: id, revision, decision, ...detail };
      em.create(Review, { ...review, reviewer: actor.id });
      return { subject: id, area, before, after: auditDetail(observation) };
    });
    await em.flush();
    await recordEvents(em, actor, OPERATION[decision], events);
  }
}

/** What is known about the values, by their ids. */
interface Known {
  observations: ReadonlyMap<string, Observation>;
  revisions: ReadonlyMap<string, Revision>;
  /** The open question of each value that has one. */
  questions: ReadonlyMap<string, string>;
}

/** Why a value cannot be approved; null where it can. */
function approvalProblem(
  actor: Actor,
  value: ApproveValueInput,
  index: number,
  { observations, revisions, questions }: Known,
): Problem | null {
  const observation = observations.get(value.observation);
  const current = observation && revisions.get(observation.currentRevision);
  if (observation === undefined || current === undefined) return problem('REVISION_CHANGED');
  const { id, area, indicator, state } = observation;
  const approval = mayApprove({
    reviewer: actor.id,
    author: current.author ?? '',
    reviewedRevision: value.revision,
    currentRevision: current.id,
    openQuestion: questions.get(id) ?? null,
    closedQuestion: value.closedQuestion ?? null,
  });
  const code = approval.ok ? blockedMove(observation, 'APPROVE')?.code : approval.problem.code;
  if (code === undefined) return null;
  return problem(code, `values.${index}`, { observation: id, area, indicator, state });
}
