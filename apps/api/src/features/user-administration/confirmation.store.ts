import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { needsSecondPerson, type Role } from '@qadam/domain';
import { noticesTo } from '../outbox/notice.ts';
import { OutboxStore } from '../outbox/outbox.store.ts';
import { secondPersons } from '../notifications/reader.reader.ts';
import type { AccountAct } from './confirmation.type.ts';

/** Changes of accounts by which the one who makes them could act in another name, until a second person confirms them. */
@Injectable()
export class ConfirmationStore {
  constructor(private readonly outbox: OutboxStore) {}

  /**
   * Notes what `by` did, whatever the role: a weak one may become strong later, and the second person then sees all of it. Where
   * the role of `user` needs a second person, ends the sessions and writes to all who may confirm it. What people do to their
   * own account needs nobody else.
   */
  async await(
    em: EntityManager,
    user: { id: string; role: Role },
    act: AccountAct,
    by: string,
  ): Promise<void> {
    if (user.id === by) return;
    const [row] = await em.execute<{ id: string }[]>(
      `insert into work.account_confirmation (user_account, act, asked_by) values (?, ?, ?) returning id`,
      [user.id, act, by],
    );
    if (!needsSecondPerson(user.role)) return;
    await em.execute('delete from work.session where user_account = ?', [user.id]);
    const notices = noticesTo(await secondPersons(em, user.id), `confirmation:${row?.id ?? ''}`, {
      kind: 'CONFIRMATION',
    });
    await this.outbox.add(em, notices, new Date());
  }
}
