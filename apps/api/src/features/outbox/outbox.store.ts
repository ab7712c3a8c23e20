import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { db } from '../../database/db.ts';
import { upsertRows } from '../../database/entity-rows.ts';
import { anyText } from '../../database/expressions.ts';
import { composeMail, type Mail } from './compose-mail.ts';
import { composeExternalMail } from './compose-external-mail.ts';
import type { Notice, ExternalNotice } from './notice.ts';
import { Notification } from './notification.entity.ts';

type Any = Notice | ExternalNotice;
const isOutside = (notice: Any): notice is ExternalNotice => 'to' in notice.reader;

/** Stores mails to be sent, in the same transaction as the change that they are about. */
@Injectable()
export class OutboxStore {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** Stores those of the mails that are not stored yet; returns how many. */
  async add(em: EntityManager, notices: readonly Any[], now: Date): Promise<number> {
    const fresh = await this.unknown(em, notices);
    if (fresh.length === 0) return 0;
    const rows = await Promise.all(
      fresh.map(async (notice) => ({
        id: randomUUID(),
        key: notice.key,
        kind: notice.facts.kind,
        area: 'area' in notice.facts ? notice.facts.area : null,
        cycle: 'cycle' in notice.facts ? notice.facts.cycle : null,
        link: 'link' in notice.facts ? notice.facts.link : null,
        job: randomUUID(),
        createdAt: now,
        changedAt: now,
        ...{ recipient: null, subscriber: null, address: null },
        ...(isOutside(notice) ? notice.reader.to : { recipient: notice.reader.id }),
        ...(await this.compose(notice)),
      })),
    );
    return upsertRows(em, Notification, rows, 'STAYS');
  }

  private compose(notice: Any): Promise<Mail> {
    const { publicOrigin } = this.settings;
    return isOutside(notice)
      ? composeExternalMail(notice.reader, notice.facts, publicOrigin)
      : composeMail(notice.reader, notice.facts, publicOrigin);
  }

  /** The notices without a stored mail. A reminder stays due for days, but is composed only once. */
  private async unknown(em: EntityManager, notices: readonly Any[]): Promise<Any[]> {
    if (notices.length === 0) return [];
    const keys = notices.map(({ key }) => key);
    const rows = await db(em)
      .selectFrom('work.notification')
      .select('key')
      .where('key', '=', anyText(keys))
      .execute();
    const known = new Set(rows.map(({ key }) => key));
    return notices.filter(({ key }) => !known.has(key));
  }
}
