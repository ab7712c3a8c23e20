import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { passwordProblem } from '@qadam/domain';
import { db } from '../../database/db.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { problem } from '../../graphql/problem.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { recordEvent } from '../audit/chain.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { closeLinks, linkedBy, type Linked, redeemLink } from '../users/one-time-link.ts';
import { ConfirmationStore } from './confirmation.store.ts';
import { hashPassword, verifyPassword } from '../users/passwords.ts';
import { ACTOR, endSessions } from '../users/session.store.ts';
import { UserAccount } from '../users/user-account.entity.ts';
import { type Attempt, SignInLimits } from '../users/sign-in-limits.ts';
import type { ChooseLanguageInput } from './user.input.ts';
import type { ChooseLanguagePayload } from './user.type.ts';

type Answer = { problems: Problem[] };
const refuse = (code: string, field: string): Answer => ({ problems: [problem(code, field)] });

/** What people do with their own account: set a password by a link, change it by the old one, choose their language. */
@Injectable()
export class AccountService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly limits: SignInLimits,
    private readonly confirmations: ConfirmationStore,
  ) {}

  /** Guessing at links is slowed down like guessing at passwords. */
  async readInvitation(token: string, from: Attempt): Promise<Linked | null> {
    await this.limits.count(from);
    const invited = await linkedBy(this.em, 'invitation', token);
    if (invited) await this.limits.forgive(from);
    return invited;
  }

  async acceptInvitation(token: string, password: string, from: Attempt): Promise<Answer> {
    const invited = await this.readInvitation(token, from);
    if (invited === null) return refuse('INVITATION_INVALID', 'token');
    const code = passwordProblem(password, invited);
    if (code !== null) return refuse(code, 'password');
    const hash = await hashPassword(password);
    const answer = await this.em.fork().transactional(async (em) => {
      const madeBy = await redeemLink(em, 'invitation', token);
      if (madeBy === null) return refuse('INVITATION_INVALID', 'token');
      const actor = await db(em)
        .updateTable('work.user_account as u')
        .from((eb) =>
          eb
            .selectFrom('work.user_account as o')
            .select((of) => [
              'o.id',
              of
                .and([
                  of('o.password_hash', 'is', null),
                  of.exists(
                    of
                      .selectFrom('work.account_confirmation as k')
                      .whereRef('k.user_account', '=', 'o.id'),
                  ),
                ])
                .as('seen'),
            ])
            .where('o.id', '=', invited.id)
            .forUpdate()
            .as('o'),
        )
        .set((eb) => ({ password_hash: hash, version: eb('u.version', '+', 1) }))
        .whereRef('u.id', '=', 'o.id')
        .where('u.disabled_at', 'is', null)
        .returning([...ACTOR, 'o.seen'])
        .executeTakeFirst();
      if (actor === undefined) return refuse('INVITATION_INVALID', 'token');
      await endSessions(em, actor.id);
      await recordEvent(em, actor, 'ACCEPT_INVITATION', `user ${actor.id}`);
      // the first password of an account is confirmed together with its invitation
      if (!actor.seen) await this.confirmations.askFor(em, actor, 'PASSWORD', madeBy);
      return { problems: [] };
    });
    // so that the person can sign in from this device and network, even while others guess at the account elsewhere
    if (answer.problems.length === 0)
      await this.limits.remember({ ...from, account: invited.email });
    return answer;
  }

  /** All other sessions end: one of them may be the reason for the change. */
  async changePassword(
    actor: Actor,
    { old, password }: { old: string; password: string },
    from: Attempt,
  ): Promise<Answer> {
    permit(actor, 'MANAGE_OWN_ACCOUNT', {});
    const attempt = { ...from, account: actor.email };
    await this.limits.count(attempt);
    const account = await db(this.em)
      .selectFrom('work.user_account')
      .select('password_hash')
      .where('id', '=', actor.id)
      .executeTakeFirst();
    const known = account?.password_hash ?? null;
    if (!(await verifyPassword(known, old))) return refuse('PASSWORD_WRONG', 'old');
    await this.limits.forgive(attempt);
    if (password === old) return refuse('PASSWORD_SAME', 'password');
    const code = passwordProblem(password, actor);
    if (code !== null) return refuse(code, 'password');
    const hash = await hashPassword(password);
    return this.em.fork().transactional(async (em) => {
      const changed = await db(em)
        .updateTable('work.user_account')
        .set((eb) => ({ password_hash: hash, version: eb('version', '+', 1) }))
        .where('id', '=', actor.id)
        .where('password_hash', '=', known)
        .returning('id')
        .execute();
      // the password was changed a moment ago: this request has the old one
      if (changed.length === 0) return refuse('PASSWORD_WRONG', 'old');
      await closeLinks(em, 'invitation', actor.id);
      await endSessions(em, actor.id, actor.session);
      await recordEvent(em, actor, 'CHANGE_PASSWORD', `user ${actor.id}`);
      return { problems: [] };
    });
  }

  /** The language of the mails to the actor. */
  async language(actor: Actor): Promise<Language> {
    permit(actor, 'READ_OWN_ACCOUNT', {});
    const own = await db(this.em)
      .selectFrom('work.user_account')
      .select('language')
      .where('id', '=', actor.id)
      .executeTakeFirst();
    return own?.language ?? 'ru';
  }

  /** Not recorded in the audit chain: a preference gives no rights. */
  async chooseLanguage(actor: Actor, input: ChooseLanguageInput): Promise<ChooseLanguagePayload> {
    permit(actor, 'MANAGE_OWN_ACCOUNT', {});
    const { language } = input;
    const { problems } = await this.change.run(actor, 'MANAGE_OWN_ACCOUNT', input, async (em) => {
      await em.nativeUpdate(UserAccount, actor.id, { language });
      return language;
    });
    return { language: await this.language(actor), problems };
  }
}
