import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { db } from '../../database/db.ts';
import { holdNamedLock } from '../../database/locks.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { problem, refused } from '../../graphql/problem.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { recordEvent } from '../audit/chain.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { readEmailAddress } from '../../graphql/email-address.ts';
import { AccountMail } from './account-mail.ts';
import { ConfirmationStore } from './confirmation.store.ts';
import { type Linked, linkedBy, redeemLink } from '../users/one-time-link.ts';
import { expectUser, lockUser, refuseShut } from './rights.ts';
import { ACTOR, endSessions } from '../users/session.store.ts';
import { UserAccount } from '../users/user-account.entity.ts';
import { type Attempt, SignInLimits } from '../users/sign-in-limits.ts';
import type { ChangeEmailInput } from './user.input.ts';
import { readUser } from './user.reader.ts';
import type { InvitationPayload } from './user.type.ts';

const KIND = 'email_change';

/**
 * The address of an account changes only when the link sent to the new address is opened. So a typing error locks nobody out, and nobody can give an
 * account somebody else's address.
 */
@Injectable()
export class EmailChangeService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly mail: AccountMail,
    private readonly confirmations: ConfirmationStore,
    private readonly limits: SignInLimits,
  ) {}

  /** Sends a link to the new address. Until it is opened, the old address stays. */
  async request(actor: Actor, input: ChangeEmailInput): Promise<InvitationPayload> {
    permit(actor, 'MANAGE_USERS', {});
    const { done, problems } = await this.change.run(actor, 'MANAGE_USERS', input, async (em) => {
      const user = await lockUser(em, actor, input.user);
      expectUser(user, input.expectedVersion);
      refuseShut(user);
      const email = readEmailAddress(input.email);
      if (await isTaken(em, email)) throw refused('EMAIL_TAKEN', 'email');
      const link = { user: user.id, createdBy: actor.id, email };
      await this.mail.sendLink(em, 'EMAIL_LINK', link);
      // the chain cannot be erased when the person is, so it holds neither address
      await recordEvent(em, actor, 'REQUEST_EMAIL_CHANGE', `user ${user.id}`, {
        area: user.area,
      });
      return user.id;
    });
    const user = done === null ? null : await readUser(this.em, done, actor.lang);
    return { user, sends: this.mail.sends, problems };
  }

  /** Guessing at links is slowed down like guessing at passwords. */
  async read(token: string, from: Attempt): Promise<Linked | null> {
    await this.limits.count(from);
    const linked = await linkedBy(this.em, KIND, token);
    if (linked) await this.limits.forgive(from);
    return linked;
  }

  /** Ends all sessions of the account. */
  async confirm(token: string, from: Attempt): Promise<{ problems: Problem[] }> {
    const linked = await this.read(token, from);
    if (linked === null) return refuse('LINK_INVALID', 'token');
    return this.em.fork().transactional(async (em) => {
      const madeBy = await redeemLink(em, KIND, token);
      if (madeBy === null) return refuse('LINK_INVALID', 'token');
      // if two people confirm the same address at once, the second waits here and then finds it taken
      await holdNamedLock(em, linked.email);
      if (await isTaken(em, linked.email)) return refuse('EMAIL_TAKEN', 'email');
      const actor = await db(em)
        .updateTable('work.user_account as u')
        .set((eb) => ({ email: linked.email, version: eb('u.version', '+', 1) }))
        .where('u.id', '=', linked.id)
        .where('u.disabled_at', 'is', null)
        .returning(ACTOR)
        .executeTakeFirst();
      if (actor === undefined) return refuse('LINK_INVALID', 'token');
      await endSessions(em, actor.id);
      await recordEvent(em, actor, 'CHANGE_EMAIL', `user ${actor.id}`, { area: actor.area });
      await this.confirmations.askFor(em, actor, 'EMAIL', madeBy);
      return { problems: [] };
    });
  }
}

const refuse = (code: string, field: string) => ({ problems: [problem(code, field)] });

const isTaken = async (em: EntityManager, email: string): Promise<boolean> =>
  (await em.count(UserAccount, { email })) > 0;
