import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { maySign, signatureProblem } from '@qadam/domain';
import { db } from '../../database/db.ts';
import { isId } from '../../database/ids.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { freeText, requiredText } from '../../graphql/free-text.ts';
import { problem, refused } from '../../graphql/problem.ts';
import { recordEvent } from '../audit/chain.ts';
import { AreaReader, lockArea } from '../countries/area.reader.ts';
import { ChangesUnderWay } from '../desk-changes/changes-under-way.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { EditConflict } from '../desk-changes/other-change.ts';
import { LOCKED } from '../observations/observation.store.ts';
import { SignatureRequest } from '../observations/signature-request.entity.ts';
import { noticesTo, READER } from '../outbox/notice.ts';
import { OutboxStore } from '../outbox/outbox.store.ts';
import { changedSinceChosen, choose, holdChosen } from '../observations/chosen-cells.ts';
import { type ChosenReturn, HandIn } from './hand-in.ts';
import { ReturnAnswers } from './return-answers.ts';
import type { SubmitReturnAnswer } from './returns.type.ts';
import { asPrepared, preparedAuthors } from './signature-request.reader.ts';
import type { GiveBackReturnInput, SignReturnInput } from './signature-request.type.ts';

/** The work of the second person of a country: signing a prepared return, which submits it, or giving it back. */
@Injectable()
export class SignReturnService {
  constructor(
    private readonly em: EntityManager,
    private readonly areas: AreaReader,
    private readonly change: DeskChange,
    private readonly underWay: ChangesUnderWay,
    private readonly handIn: HandIn,
    private readonly answers: ReturnAnswers,
    private readonly outbox: OutboxStore,
  ) {}

  async sign(actor: Actor, input: SignReturnInput): Promise<SubmitReturnAnswer> {
    const { area, cycle } = await this.asked(actor, input.request);
    const { done, problems } = await this.underWay.follow({ of: input.request, area }, (tell) =>
      this.change.run(actor, 'SIGN_RETURN', input, async (em) => {
        const { request, prepared } = await this.waiting(em, area, input.request);
        if (!maySign(actor.id, prepared)) throw refused('OWN_SIGNATURE');
        const { id, organisation = null, preparedBy, note = null, letter = null } = request;
        const by = { id: preparedBy, organisation, lang: actor.lang };
        const named = { whole: 'request', wholeId: id } as const;
        const { values } = prepared;
        const chosen: ChosenReturn = { area, cycle, values, by, ...named, tell };
        await this.handIn.check(em, chosen);
        // must come first: the database lets a reporter submit only what is signed (rights.ts)
        await this.decide(em, actor, request, 'SIGNED');
        request.submission = await this.handIn.write(em, actor, chosen, { note, letter });
        await em.flush();
        await this.tell(em, request, values);
        return { submission: request.submission };
      }),
    );
    return this.answers.of(actor, { area, cycle }, done, problems);
  }

  /** Needs a comment, except from the person who prepared the return and takes it back. */
  async giveBack(actor: Actor, input: GiveBackReturnInput): Promise<SubmitReturnAnswer> {
    const { area, cycle } = await this.asked(actor, input.request);
    const { done, problems } = await this.change.run(actor, 'SIGN_RETURN', input, async (em) => {
      const { request, prepared } = await this.waiting(em, area, input.request);
      const isOwn = request.preparedBy === actor.id;
      request.comment = isOwn
        ? freeText(input.comment, 'comment')
        : requiredText(input.comment ?? '', 'comment', 'GIVE_BACK_REASON_REQUIRED');
      await this.decide(em, actor, request, 'GIVEN_BACK');
      if (!isOwn) await this.tell(em, request, prepared.values);
      return { prepared: request.id };
    });
    return this.answers.of(actor, { area, cycle }, done, problems);
  }

  /** For a request of another country the answer is the same as if it did not exist. */
  private async asked(actor: Actor, id: string): Promise<SignatureRequest> {
    const found = isId(id) ? await this.em.fork().findOne(SignatureRequest, id) : null;
    permit(actor, 'SIGN_RETURN', { area: found?.area });
    if (found === null) throw new ApiError('NOT_FOUND');
    return found;
  }

  /** Locks the request and chooses its values. Throws if the request does not wait for a signature. */
  private async waiting(em: EntityManager, area: string, id: string) {
    await lockArea(em, area);
    const request = await em.findOneOrFail(SignatureRequest, id, LOCKED);
    const values = await choose(em, asPrepared(em, id));
    await holdChosen(em, area, values);
    // checked after locking, when any save in progress has ended
    const changed = await changedSinceChosen(em);
    const authors = await preparedAuthors(em, id);
    const { preparedBy, decision = null } = request;
    const prepared = { preparedBy, authors, decision, changed: changed.length > 0, values };
    const wrong = signatureProblem(prepared);
    const subjects = wrong === 'SIGNATURE_VOID' ? changed : [id];
    if (wrong !== null) throw new EditConflict(problem(wrong, null), ...subjects);
    return { request, prepared };
  }

  private async decide(
    em: EntityManager,
    actor: Actor,
    request: SignatureRequest,
    decision: 'SIGNED' | 'GIVEN_BACK',
  ): Promise<void> {
    const { id, area, cycle } = request;
    const decidedAt = new Date();
    // a request that was given back stays on the desk until it is prepared again
    const endedAt = decision === 'SIGNED' ? decidedAt : null;
    Object.assign(request, { decision, decidedBy: actor.id, decidedAt, endedAt });
    await em.flush();
    const operation = decision === 'SIGNED' ? 'SIGN_RETURN' : 'GIVE_BACK_RETURN';
    await recordEvent(em, actor, operation, id, { area, after: { cycle } });
  }

  /** Writes to the person who prepared the return. */
  private async tell(
    em: EntityManager,
    { id, area, cycle, preparedBy, decision }: SignatureRequest,
    values: number,
  ): Promise<void> {
    const readers = await db(em)
      .selectFrom('work.user_account as u')
      .select(READER)
      .where('u.id', '=', preparedBy)
      .where('u.area', '=', area)
      .where('u.disabled_at', 'is', null)
      .execute();
    const { names: areaNames } = await this.areas.get(em, area);
    const kind = decision === 'SIGNED' ? 'SIGNED' : 'GIVEN_BACK';
    const facts = { kind, area, areaNames, cycle, values } as const;
    await this.outbox.add(em, noticesTo(readers, `${kind}:${id}`, facts), new Date());
  }
}
