import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { problem } from '../../graphql/problem.ts';
import { AuditService } from '../audit/audit.service.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { Refused } from '../../graphql/refused.ts';
import { isId } from '../../database/ids.ts';
import { instant } from '../../database/sql-text.ts';
import { MAIL_ADDRESS } from './mail-sql.ts';
import type { NotificationState } from '../outbox/notification.enums.ts';
import type { Notification, NotificationCount, Outbox } from './outbox.type.ts';
import type { SendAgainInput } from './send-again.input.ts';
import type { SendAgainPayload } from './send-again.type.ts';

const PAGE = 50;

/**
 * What somebody follows is read by nobody else, and neither is the link that ends their mails. Of subscribers nothing is shown at all:
 * `n` here is never a mail to one.
 */
const NOTIFICATION = `select n.id, n.kind, n.state, u.role as "recipientRole", ${MAIL_ADDRESS}, n.language,
  n.subject, case n.kind when 'FOLLOWED' then '' else n.text end as text, n.attempts, n.error, ${instant('n.created_at')} as "createdAt",
  ${instant('n.changed_at')} as "changedAt"
  from work.notification n left join work.user_account u on u.id = n.recipient`;
const SHOWN = `n.subscriber is null`;

/** The outbox as people see it. */
@Injectable()
export class OutboxService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly audit: AuditService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async list(actor: Actor, state: NotificationState | null, skip: number): Promise<Outbox> {
    permit(actor, 'READ_OUTBOX', {});
    const counts = await this.em.execute<NotificationCount[]>(
      `select state, count(*)::int as count from work.notification group by state order by state`,
    );
    const [subscribed] = await this.em.execute<{ count: number }[]>(
      `select count(*)::int as count from work.subscriber where confirmed_at is not null`,
    );
    const items = await this.em.execute<Notification[]>(
      `${NOTIFICATION} where ${SHOWN} and (?::text is null or n.state = ?)
       order by n.created_at desc, n.id limit ${String(PAGE)} offset ?`,
      [state, state, Math.max(0, skip)],
    );
    return {
      sends: this.settings.sendsMail,
      subscribers: subscribed?.count ?? 0,
      counts,
      items,
    };
  }

  /** What was given up or held goes out once more, as it was written. */
  async sendAgain(actor: Actor, input: SendAgainInput, now: Date): Promise<SendAgainPayload> {
    permit(actor, 'SEND_AGAIN', {});
    const id = input.notification;
    if ((await this.read(id)) === null) throw new ApiError('NOT_FOUND');
    const { problems } = await this.change.run(actor, 'SEND_AGAIN', input, async (em) => {
      if (!this.settings.sendsMail) throw new Refused(problem('NO_MAIL_SERVER'));
      const [queued] = await em.execute<{ id: string }[]>(
        `update work.notification set state = 'WAITING', error = null, job = ?, changed_at = ?::timestamptz
         where id = ? and state in ('FAILED', 'HELD') returning id`,
        [randomUUID(), now.toISOString(), id],
      );
      if (queued === undefined) throw new Refused(problem('NOT_SENDABLE'));
      await this.audit.record(em, actor, 'SEND_AGAIN', `notification ${id}`);
      return id;
    });
    return { notification: await this.read(id), problems };
  }

  private async read(id: string): Promise<Notification | null> {
    if (!isId(id)) return null;
    const [row] = await this.em.execute<Notification[]>(
      `${NOTIFICATION} where n.id = ? and ${SHOWN}`,
      [id],
    );
    return row ?? null;
  }
}
