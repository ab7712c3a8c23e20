import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { mayApprove } from '@qadam/domain';
import { anyInWork } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import { anyText } from '../../database/expressions.ts';
import { isId } from '../../database/ids.ts';
import { preferSets } from '../../database/planning.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { problem, ProblemError, refused } from '../../graphql/problem.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { recordEvent } from '../audit/chain.ts';
import { ChangesUnderWay, type Tell } from '../desk-changes/changes-under-way.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { EditConflict } from '../desk-changes/other-change.ts';
import { anyChosen, choose, numbered } from '../observations/chosen-cells.ts';
import { LOCKED } from '../observations/observation.store.ts';
import { isOpen, readQuestions } from '../observations/question.reader.ts';
import { Submission } from '../observations/submission.entity.ts';
import { contentHash, decideAll } from './decide-all.ts';
import type { ApproveReturnInput, ApproveReturnPayload } from './review.type.ts';

/** Approves a whole return, or all values of some of its indicators, at exactly the submitted revisions. */
@Injectable()
export class ApproveReturnService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly underWay: ChangesUnderWay,
  ) {}

  async approveReturn(actor: Actor, input: ApproveReturnInput): Promise<ApproveReturnPayload> {
    const { submission: id } = input;
    const asked = isId(id) ? await this.em.fork().findOne(Submission, id) : null;
    permit(actor, 'APPROVE', { area: asked?.area });
    if (asked === null) throw new ApiError('NOT_FOUND');
    const { done, problems } = await this.underWay.follow({ of: id, area: asked.area }, (tell) =>
      this.change.run(actor, 'APPROVE', input, (em) => this.approve(em, actor, input, tell)),
    );
    return { batch: done?.batch ?? null, approved: done?.approved ?? 0, problems };
  }

  /** Approves all waiting values if their number is what the reviewer saw; a value that was changed since no longer belongs to the return. */
  private async approve(em: EntityManager, actor: Actor, input: ApproveReturnInput, tell: Tell) {
    const { submission: id, expectedValues: expected } = input;
    const { number, area, cycle, recalledAt } = await em.findOneOrFail(Submission, id, LOCKED);
    if (recalledAt !== null)
      throw new EditConflict(problem('ALREADY_RECALLED', null, { cycle }), id);
    const values = await chooseWaiting(em, area, input);
    if (values !== expected) {
      const counts = { expected, found: values };
      throw new EditConflict(problem('RETURN_CHANGED', 'expectedValues', counts), id);
    }
    if (values === 0) throw refused('NOTHING_TO_APPROVE', 'submission');
    tell('CHECKING', 0, values);
    const blocked = await approvalProblems(em, actor);
    if (blocked.length > 0) throw new ProblemError(...blocked);
    const batch = randomUUID();
    tell('WRITING', 0, values);
    await decideAll(em, actor, values, { decision: 'APPROVED', batch }, tell);
    const indicators = input.indicators ?? null;
    const content = { values, contentHash: await contentHash(em) };
    await recordEvent(em, actor, 'APPROVE', id, {
      area,
      after: { number, batch, ...(indicators && { indicators }), ...content },
    });
    return { batch, approved: values };
  }
}

/**
 * Chooses and locks the values of the return that still wait unchanged; always in the same order, so that two changes never wait for each
 * other. Returns how many there are. PostgreSQL may not have counted yet what was just handed in, and would then read all values once for each that
 * waits.
 */
async function chooseWaiting(
  em: EntityManager,
  area: string,
  { submission, indicators = null }: ApproveReturnInput,
): Promise<number> {
  const waiting = db(em)
    .selectFrom('work.observation as o')
    .innerJoin('work.submission_revision as x', 'x.revision', 'o.current_revision')
    .select(['o.id', 'o.version'])
    .where('x.submission', '=', submission)
    .where('o.id', '=', anyInWork(area))
    .where('o.state', '=', 'SUBMITTED')
    .$if(indicators !== null, (query) => query.where('o.indicator', '=', anyText(indicators ?? [])))
    .orderBy('o.id')
    .forUpdate('o');
  await preferSets(em);
  return choose(em, numbered(em, waiting));
}

/** Why the values cannot be approved: each reason once per indicator, with the number of values. */
async function approvalProblems(em: EntityManager, actor: Actor): Promise<Problem[]> {
  const authors = await db(em)
    .selectFrom('work.observation as o')
    .innerJoin('work.revision as r', 'r.id', 'o.current_revision')
    .select(['o.indicator', 'o.area', 'r.author'])
    .select(({ fn }) => fn.countAll<number>().as('values'))
    .where('o.id', '=', anyChosen())
    .groupBy(['o.indicator', 'o.area', 'r.author'])
    .execute();
  const asked = (await readQuestions(em, { which: anyChosen() })).filter(isOpen);
  const questions = [...Map.groupBy(asked, ({ indicator }) => indicator)].map(
    ([indicator, [first, ...more]]) => ({
      indicator,
      area: first?.area ?? '',
      author: null,
      values: more.length + 1,
      openQuestion: first?.question.id ?? null,
    }),
  );
  const groups = [...authors.map((one) => ({ ...one, openQuestion: null })), ...questions];
  return groups.flatMap(({ indicator, area, author, values, openQuestion }) => {
    const approval = mayApprove({
      reviewer: actor.id,
      author: author ?? '',
      openQuestion,
      closedQuestion: null,
      // always equal: the waiting values have the submitted revisions
      reviewedRevision: '',
      currentRevision: '',
    });
    if (approval.ok) return [];
    return [problem(approval.problem.code, 'submission', { area, indicator, values })];
  });
}
