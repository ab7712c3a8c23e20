import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { refused } from '../../graphql/problem.ts';
import { recordEvent } from '../audit/chain.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { isId } from '../../database/ids.ts';
import { db } from '../../database/db.ts';
import { instant } from '../../database/expressions.ts';
import { Notification as NotificationTable } from '../outbox/notification.entity.ts';
import { Subscriber } from '../outbox/subscriber.entity.ts';
import { mailAddress } from './mail-address.ts';
import type { NotificationState } from '../outbox/notification.enums.ts';
import type { SendAgainInput } from './notifications.input.ts';
import type { Notification, Outbox, SendAgainPayload } from './outbox.type.ts';

const PAGE = 50;

/** Mails as staff see them. The text is left out if it tells what a person follows; mails to subscribers are not shown at all. */
const shown = (em: EntityManager) =>
  db(em)
    .selectFrom('work.notification as n')
    .leftJoin('work.user_account as u', 'u.id', 'n.recipient')
    .where('n.subscriber', 'is', null)
    .select(['n.id', 'n.kind', 'n.state', 'n.language', 'n.subject', 'n.attempts', 'n.error'])
    .select((eb) => [
      'u.role as recipientRole',
      mailAddress.as('address'),
      eb.case('n.kind').when('FOLLOWED').then('').else(eb.ref('n.text')).end().as('text'),
      instant('n.created_at').as('createdAt'),
      instant('n.changed_at').as('changedAt'),
    ]);

/** The outbox as officers, administrators and auditors see it. */
@Injectable()
export class OutboxService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async list(actor: Actor, state: NotificationState | null, skip: number): Promise<Outbox> {
    permit(actor, 'READ_OUTBOX', {});
    const counts = await db(this.em)
      .selectFrom('work.notification')
      .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
      .groupBy('state')
      .orderBy('state')
      .execute();
    const subscribers = await this.em.count(Subscriber, { confirmedAt: { $ne: null } });
    const mails = shown(this.em);
    const items = await (state === null ? mails : mails.where('n.state', '=', state))
      .orderBy('n.created_at', 'desc')
      .orderBy('n.id')
      .limit(PAGE)
      .offset(Math.max(0, skip))
      .execute();
    return { sends: this.settings.sendsMail, subscribers, counts, items };
  }

  /** Sends a failed or held mail again, as it was written. */
  async sendAgain(actor: Actor, input: SendAgainInput, now: Date): Promise<SendAgainPayload> {
    permit(actor, 'SEND_AGAIN', {});
    const id = input.notification;
    if ((await this.read(id)) === null) throw new ApiError('NOT_FOUND');
    const { problems } = await this.change.run(actor, 'SEND_AGAIN', input, async (em) => {
      if (!this.settings.sendsMail) throw refused('NO_MAIL_SERVER');
      const queued = await em.nativeUpdate(
        NotificationTable,
        { id, state: { $in: ['FAILED', 'HELD'] } },
        { state: 'WAITING', error: null, job: randomUUID(), changedAt: now },
      );
      if (queued === 0) throw refused('NOT_SENDABLE');
      await recordEvent(em, actor, 'SEND_AGAIN', `notification ${id}`);
      return id;
    });
    return { notification: await this.read(id), problems };
  }

  private async read(id: string): Promise<Notification | null> {
    if (!isId(id)) return null;
    return (await shown(this.em).where('n.id', '=', id).executeTakeFirst()) ?? null;
  }
}
