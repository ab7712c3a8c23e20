import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { db } from '../../database/db.ts';
import { isId } from '../../database/ids.ts';
import { preferSets } from '../../database/planning.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { freeText } from '../../graphql/free-text.ts';
import { problem, refused } from '../../graphql/problem.ts';
import { recordEvent } from '../audit/chain.ts';
import { lockArea } from '../countries/area.reader.ts';
import { ChangesUnderWay } from '../desk-changes/changes-under-way.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { EditConflict } from '../desk-changes/other-change.ts';
import { Evidence } from '../evidence/evidence.entity.ts';
import { findJob, leavesNothing, lockJob } from '../imports/import-job.store.ts';
import { draftsOf, freeDraftsOf, returnsOf } from '../imports/import-row.store.ts';
import { advanceAll, holdObservations, LOCKED } from '../observations/observation.store.ts';
import { Submission } from '../observations/submission.entity.ts';
import { choose, chooseNamed } from '../observations/chosen-cells.ts';
import { type ChosenReturn, HandIn } from './hand-in.ts';
import { PrepareReturn } from './prepare-return.ts';
import { ReturnAnswers } from './return-answers.ts';
import type {
  RecallSubmissionInput,
  SubmitReturnAnswer,
  SubmitReturnInput,
} from './returns.type.ts';
import { needsSecondSignature } from './signature-rule.ts';
import { whyNotRecallable } from './submission.reader.ts';

@Injectable()
export class SubmitReturnService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly underWay: ChangesUnderWay,
    private readonly handIn: HandIn,
    private readonly prepareReturn: PrepareReturn,
    private readonly answers: ReturnAnswers,
  ) {}

  /** Submits all chosen cells or none; if the country requires a second signature, they are prepared for it instead. */
  async submitReturn(actor: Actor, input: SubmitReturnInput): Promise<SubmitReturnAnswer> {
    const { area, cycle } = input;
    permit(actor, 'SUBMIT', { area });
    const subject = { of: await this.fileOf(input), area };
    const { done, problems } = await this.underWay.follow(subject, (tell) =>
      this.change.run(actor, 'SUBMIT', input, async (em) => {
        // The returns of one area queue here, so that their receipts are numbered without gap or repeat.
        await lockArea(em, area);
        const isSigned = await needsSecondSignature(em, area);
        const values = await chooseCells(em, input, isSigned);
        const wholeId = input.import ?? null;
        const whole = wholeId === null ? null : ('import' as const);
        const chosen: ChosenReturn = { area, cycle, values, by: actor, whole, wholeId, tell };
        await this.handIn.check(em, chosen);
        const note = freeText(input.note, 'note');
        const papers = { note, letter: await letterOf(em, area, input.letter ?? null) };
        if (isSigned)
          return { prepared: await this.prepareReturn.prepare(em, actor, chosen, papers) };
        return { submission: await this.handIn.write(em, actor, chosen, papers) };
      }),
    );
    return this.answers.of(actor, input, done, problems);
  }

  /** The id of the file to submit; null if the input lists cells or the id is not a file of the area. */
  private async fileOf({ area, import: file }: SubmitReturnInput): Promise<string | null> {
    const job = file == null ? null : await findJob(this.em.fork(), file);
    return job?.area === area ? job.job : null;
  }

  /** Recalls a submission, possible as long as none of its values was reviewed. */
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
      await recordEvent(em, actor, 'RECALL', id, { area, after: { number } });
      return id;
    });
    return this.answers.of(actor, asked, { submission: id }, problems);
  }
}

/** The years of a file that are submitted with this cycle: its own, and earlier ones without a cycle. */
async function yearsWith(em: EntityManager, job: string, cycle: number): Promise<number[]> {
  const returns = await returnsOf(em, job);
  return returns.filter((one) => one.cycle === cycle).map(({ year }) => year);
}

/** Chooses the cells to submit and returns their number. If signatures are required, the cells of a file that already wait for one are left out. */
async function chooseCells(
  em: EntityManager,
  { area, cycle, cells, import: file }: SubmitReturnInput,
  isSigned: boolean,
): Promise<number> {
  if ((cells == null) === (file == null))
    throw new ApiError('BAD_USER_INPUT', 'Send either cells or import.');
  if (file == null) return chooseNamed(em, cells ?? []);
  // a file that was only checked can be checked again meanwhile
  await lockJob(em, file);
  const job = await findJob(em, file);
  if (job?.area !== area || (job.cycle ?? cycle) !== cycle) throw new ApiError('NOT_FOUND');
  if (!leavesNothing(job)) return 0;
  const years = job.cycle === null ? await yearsWith(em, job.job, cycle) : [cycle];
  const drafts = draftsOf(em, job, years);
  await preferSets(em);
  if (!isSigned) return choose(em, drafts);
  const free = await choose(em, freeDraftsOf(em, job, years));
  if (free > 0) return free;
  await preferSets(em);
  if ((await drafts.limit(1).execute()).length > 0) throw refused('ALREADY_PREPARED', 'import');
  return 0;
}

/** The letter signed by the head of the organisation, which must be a file of the area. */
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
