import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { hasSecondFactor } from '@qadam/domain';
import { db } from '../../database/db.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { refused } from '../../graphql/problem.ts';
import { recordEvent } from '../audit/chain.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { dropFactors, lockFactors } from '../users/second-factor/own-factors.ts';
import { endSessions } from '../users/session.store.ts';
import { ConfirmationStore } from './confirmation.store.ts';
import { expectUser, lockUser, refuseOwn, refuseShut } from './rights.ts';
import type { ResetSecondFactorInput } from './user.input.ts';
import { readUser } from './user.reader.ts';
import type { UserPayload } from './user.type.ts';

/**
 * Removes a lost second factor. For an officer or administrator this takes two people: the account can do nothing until another person confirms it.
 * Otherwise an administrator could sign in as anybody whose mail they can read.
 */
@Injectable()
export class SecondFactorResetService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly confirmations: ConfirmationStore,
  ) {}

  async reset(actor: Actor, input: ResetSecondFactorInput): Promise<UserPayload> {
    permit(actor, 'MANAGE_USERS', {});
    const { problems } = await this.change.run(actor, 'MANAGE_USERS', input, async (em) => {
      const user = await lockUser(em, actor, input.user);
      expectUser(user, input.expectedVersion);
      refuseOwn(actor, user.id, 'user');
      refuseShut(user);
      await resetSecondFactor(em, actor, user);
      await this.confirmations.askFor(em, user, 'SECOND_FACTOR', actor.id);
      return user.id;
    });
    return { user: await readUser(this.em, input.user, actor.lang), problems };
  }
}

/** Removes everything that the account has besides its password, and ends its sessions. `by`: null if the server's operator does it. */
export async function resetSecondFactor(
  em: EntityManager,
  by: Actor | null,
  user: { id: string; area: string | null },
): Promise<void> {
  if (!hasSecondFactor(await lockFactors(em, user.id))) throw refused('FACTOR_UNKNOWN', 'user');
  await dropFactors(em, user.id);
  await endSessions(em, user.id);
  await db(em)
    .updateTable('work.user_account')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', user.id)
    .execute();
  await recordEvent(em, by, 'RESET_SECOND_FACTOR', `user ${user.id}`, { area: user.area });
}
