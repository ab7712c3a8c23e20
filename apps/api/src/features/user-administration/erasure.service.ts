import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { db } from '../../database/db.ts';
import { now } from '../../database/expressions.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { recordEvent } from '../audit/chain.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { dropFactors } from '../users/second-factor/own-factors.ts';
import { endSessions } from '../users/session.store.ts';
import { closeLinks } from '../users/one-time-link.ts';
import { Notification } from '../outbox/notification.entity.ts';
import { expectUser, lockUser, refuseErased, refuseOwn } from './rights.ts';
import { SignInLimits } from '../users/sign-in-limits.ts';
import type { EraseUserInput } from './user.input.ts';
import { readUser } from './user.reader.ts';
import type { UserPayload } from './user.type.ts';

const PERSONAL = ['email_change', 'external_identity', 'follow', 'saved_view', 'follower'] as const;

/**
 * Erases a person who asks for it. A pseudonym replaces name and address, and mails to the person are deleted. The record stays: every value,
 * decision and event still shows that one and the same person with this role made it. Source: domain.md, invariant 4.
 */
@Injectable()
export class ErasureService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly limits: SignInLimits,
  ) {}

  async erase(actor: Actor, input: EraseUserInput): Promise<UserPayload> {
    permit(actor, 'MANAGE_USERS', {});
    const { problems } = await this.change.run(actor, 'MANAGE_USERS', input, async (em) => {
      const user = await lockUser(em, actor, input.user);
      expectUser(user, input.expectedVersion);
      refuseOwn(actor, user.id, 'user');
      refuseErased(user);
      await this.limits.forget(em, user.email);
      await db(em)
        .updateTable('work.user_account')
        .set((eb) => ({
          name: pseudonym(),
          email: `erased-${user.id}@erased.invalid`,
          password_hash: null,
          disabled_at: eb.fn.coalesce('disabled_at', now),
          erased_at: now,
          version: user.version + 1,
        }))
        .where('id', '=', user.id)
        .execute();
      await closeLinks(em, 'invitation', user.id);
      await endSessions(em, user.id);
      await dropFactors(em, user.id);
      // a new address, sign-ins by other providers, what the person followed, and when they looked at it
      for (const table of PERSONAL)
        await db(em).deleteFrom(`work.${table}`).where('user_account', '=', user.id).execute();
      // mails address their reader by name
      await em.nativeDelete(Notification, { recipient: user.id });
      await recordEvent(em, actor, 'ERASE_USER', `user ${user.id}`, {
        area: user.area,
        before: { erased: false },
        after: { erased: true },
      });
      return user.id;
    });
    return { user: await readUser(this.em, input.user, actor.lang), problems };
  }
}

/** A name that reads the same in all six languages; random, so that it says nothing about the person. */
function pseudonym(): string {
  return `№ ${randomBytes(4).toString('hex').toUpperCase()}`;
}
