import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { type AuditOperation, gainsRights, hasSameBounds } from '@qadam/domain';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { Language } from '../../graphql/enums.ts';
import { refused } from '../../graphql/problem.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { recordEvent } from '../audit/chain.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { db } from '../../database/db.ts';
import { isId } from '../../database/ids.ts';
import { readEmailAddress } from '../../graphql/email-address.ts';
import { requiredText } from '../../graphql/free-text.ts';
import { AccountMail } from './account-mail.ts';
import { ConfirmationStore } from './confirmation.store.ts';
import { endSessions } from '../users/session.store.ts';
import { UserAccount } from '../users/user-account.entity.ts';
import {
  checkRights,
  expectUser,
  lockUser,
  refuseErased,
  refuseOwn,
  refuseShut,
  shut,
  type Rights,
} from './rights.ts';
import type {
  ChangeUserInput,
  DisableUserInput,
  InviteUserInput,
  RenewInvitationInput,
} from './user.input.ts';
import { readUser, readUsers } from './user.reader.ts';
import type { InvitationPayload, UserPage, UserPayload } from './user.type.ts';

/** What the audit chain records of an account: neither name nor address, because personal data must be erasable and the chain is not. */
const rightsOf = ({ role, area, areas, organisation }: Rights) => ({
  role,
  area,
  areas,
  organisation,
});

@Injectable()
export class UsersService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly mail: AccountMail,
    private readonly confirmations: ConfirmationStore,
  ) {}

  async list(
    actor: Actor,
    lang: Language,
    page: { search: string | null; first: number; after: string | null },
  ): Promise<UserPage> {
    permit(actor, 'READ_ADMINISTRATION', {});
    return readUsers(this.em, lang, page);
  }

  /** Makes an account without a password and sends a mail with the link for setting one. */
  async invite(actor: Actor, input: InviteUserInput): Promise<InvitationPayload> {
    permit(actor, 'MANAGE_USERS', {});
    const { done, problems } = await this.change.run(actor, 'MANAGE_USERS', input, async (em) => {
      const email = readEmailAddress(input.email);
      const name = requiredText(input.name, 'name', 'NAME_REQUIRED');
      const rights = await checkRights(em, input);
      const id = randomUUID();
      const created = await db(em)
        .insertInto('work.user_account')
        .values({ id, email, name, ...rights, language: input.language })
        .onConflict((on) => on.column('email').doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!created) throw refused('EMAIL_TAKEN', 'email');
      await this.mail.sendLink(em, 'INVITATION', { user: id, createdBy: actor.id });
      await this.record(em, actor, 'INVITE_USER', id, { area: rights.area, after: rights });
      await this.confirmations.askFor(em, { id, role: rights.role }, 'INVITED', actor.id);
      return id;
    });
    return this.invitation(actor, done, problems);
  }

  /** Sends a new link if the first one or the password was lost. Earlier links are closed. */
  async renewInvitation(actor: Actor, input: RenewInvitationInput): Promise<InvitationPayload> {
    permit(actor, 'MANAGE_USERS', {});
    const { done, problems } = await this.change.run(actor, 'MANAGE_USERS', input, async (em) => {
      const user = await lockUser(em, actor, input.user);
      refuseShut(user);
      const kind = user.hasPassword ? 'PASSWORD_LINK' : 'INVITATION';
      await this.mail.sendLink(em, kind, { user: user.id, createdBy: actor.id });
      await this.record(em, actor, 'RENEW_INVITATION', user.id, { area: user.area });
      return user.id;
    });
    return this.invitation(actor, done, problems);
  }

  /** If the rights change, all sessions of the account end, and the person signs in again. */
  async changeUser(actor: Actor, input: ChangeUserInput): Promise<UserPayload> {
    permit(actor, 'MANAGE_USERS', {});
    const { problems } = await this.change.run(actor, 'MANAGE_USERS', input, async (em) => {
      const user = await lockUser(em, actor, input.user);
      expectUser(user, input.expectedVersion);
      refuseErased(user);
      const name = requiredText(input.name, 'name', 'NAME_REQUIRED');
      const { role, area = null, organisation = null } = input;
      // if left out, an officer keeps the areas; a changed role begins without
      const { areas = role === user.role ? user.areas : null } = input;
      const rights = await checkRights(em, { role, area, areas, organisation });
      const isOther = !hasSameBounds(rights, user);
      if (isOther) refuseOwn(actor, user.id, 'role');
      await em.nativeUpdate(UserAccount, user.id, {
        ...{ name, ...rights, version: user.version + 1 },
        ...(input.language == null ? {} : { language: input.language }),
      });
      if (isOther) await endSessions(em, user.id);
      await this.record(em, actor, 'CHANGE_USER', user.id, {
        area: rights.area ?? user.area,
        before: rightsOf(user),
        after: { ...rights, ...(name === user.name ? {} : { nameChanged: true }) },
      });
      if (gainsRights(user, rights))
        await this.confirmations.askFor(em, { id: user.id, role: rights.role }, 'ROLE', actor.id);
      return user.id;
    });
    return { user: await this.user(actor, input.user), problems };
  }

  /** Nothing of an account is deleted: what its person did stays under their name. */
  async disable(actor: Actor, input: DisableUserInput): Promise<UserPayload> {
    permit(actor, 'MANAGE_USERS', {});
    const { problems } = await this.change.run(actor, 'MANAGE_USERS', input, async (em) => {
      const user = await lockUser(em, actor, input.user);
      expectUser(user, input.expectedVersion);
      refuseOwn(actor, user.id, 'user');
      refuseErased(user);
      if (input.disabled) await shut(em, user);
      else
        await em.nativeUpdate(UserAccount, user.id, {
          disabledAt: null,
          version: user.version + 1,
        });
      await this.record(em, actor, input.disabled ? 'DISABLE_USER' : 'ENABLE_USER', user.id, {
        area: user.area,
        before: { disabled: user.disabled },
        after: { disabled: input.disabled },
      });
      return user.id;
    });
    return { user: await this.user(actor, input.user), problems };
  }

  private record(
    em: EntityManager,
    actor: Actor,
    operation: AuditOperation,
    user: string,
    detail: { area: string | null; before?: object; after?: object },
  ): Promise<void> {
    return recordEvent(em, actor, operation, `user ${user}`, detail);
  }

  private async user(actor: Actor, id: string) {
    const user = isId(id) ? await readUser(this.em, id, actor.lang) : null;
    if (user === null) throw new ApiError('NOT_FOUND');
    return user;
  }

  private async invitation(actor: Actor, id: string | null, problems: Problem[]) {
    const user = id === null ? null : await this.user(actor, id);
    return { user, sends: this.mail.sends, problems };
  }
}
