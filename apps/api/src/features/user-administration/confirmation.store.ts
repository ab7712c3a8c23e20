import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { needsSecondPerson, type Role } from '@qadam/domain';
import { sql } from 'kysely';
import { db } from '../../database/db.ts';
import { now } from '../../database/expressions.ts';
import type { Actor } from '../../graphql/access.ts';
import { recordEvent } from '../audit/chain.ts';
import { mayConfirm } from '../users/pending.ts';
import { endSessions } from '../users/session.store.ts';
import { noticesTo, READER } from '../outbox/notice.ts';
import { OutboxStore } from '../outbox/outbox.store.ts';
import type { AccountAct } from './confirmation.type.ts';

/** Changes to accounts that would let whoever makes them act in another name, until a second person confirms them. */
@Injectable()
export class ConfirmationStore {
  constructor(private readonly outbox: OutboxStore) {}

  /**
   * Records what `by` did to the account of `user`, whatever its role: a weak role may become strong later, and the second person then sees
   * everything. If the role of `user` needs a second person, ends the sessions of the account and writes to everybody who may confirm it. What people
   * do to their own account needs no confirmation.
   */
  async askFor(
    em: EntityManager,
    user: { id: string; role: Role },
    act: AccountAct,
    by: string,
  ): Promise<void> {
    if (user.id === by) return;
    const { id } = await db(em)
      .insertInto('work.account_confirmation')
      .values({ user_account: user.id, act, asked_by: by })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (!needsSecondPerson(user.role)) return;
    await endSessions(em, user.id);
    const readers = await db(em)
      .selectFrom('work.user_account as u')
      .select(READER)
      .where(mayConfirm(sql.val(user.id), 'u'))
      .orderBy('u.id')
      .execute();
    const notices = noticesTo(readers, `confirmation:${id}`, { kind: 'CONFIRMATION' });
    await this.outbox.add(em, notices, new Date());
  }
}

/** Confirms an account, in the transaction that has read it. `by`: null if the server's operator does it. */
export async function confirmAccount(
  em: EntityManager,
  by: Actor | null,
  user: string,
): Promise<AccountAct[]> {
  const confirmed = await db(em)
    .updateTable('work.account_confirmation')
    .set({ confirmed_by: by?.id ?? null, confirmed_at: now })
    .where('user_account', '=', user)
    .where('confirmed_at', 'is', null)
    .returning('act')
    .execute();
  await db(em)
    .updateTable('work.user_account')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', user)
    .execute();
  const acts = [...new Set(confirmed.map(({ act }) => act))].sort();
  await recordEvent(em, by, 'CONFIRM_ACCOUNT', `user ${user}`, {
    before: { pending: true },
    after: { pending: false, acts },
  });
  return acts;
}
