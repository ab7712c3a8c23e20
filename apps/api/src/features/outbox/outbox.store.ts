import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { composeMail, type Mail } from './compose-mail.ts';
import { composeOutsideMail } from './compose-outside-mail.ts';
import type { Notice, OutsideNotice } from './notice.ts';

type Any = Notice | OutsideNotice;
const isOutside = (notice: Any): notice is OutsideNotice => 'to' in notice.reader;

/** Where mails wait; written in the transaction of what they tell. */
@Injectable()
export class OutboxStore {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** Writes what was not told yet; returns how much that was. */
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
        ...(isOutside(notice) ? notice.reader.to : { recipient: notice.reader.id }),
        ...(await this.compose(notice)),
      })),
    );
    const added = await em.execute<object[]>(
      `insert into work.notification (id, key, kind, recipient, subscriber, address, area, cycle, link, language, subject, text, html, job,
         created_at, changed_at)
       select x.*, ?::timestamptz, ?::timestamptz
       from jsonb_to_recordset(?::jsonb) as x(id uuid, key text, kind text, recipient uuid, subscriber uuid, address text, area text, cycle int, link uuid,
         language text, subject text, text text, html text, job uuid)
       on conflict (key) do nothing returning id`,
      [now.toISOString(), now.toISOString(), JSON.stringify(rows)],
    );
    return added.length;
  }

  private compose(notice: Any): Promise<Mail> {
    const { publicOrigin } = this.settings;
    return isOutside(notice)
      ? composeOutsideMail(notice.reader, notice.facts, publicOrigin)
      : composeMail(notice.reader, notice.facts, publicOrigin);
  }

  /** What a reminder says is due for days: nothing is composed again that is known. */
  private async unknown(em: EntityManager, notices: readonly Any[]): Promise<Any[]> {
    if (notices.length === 0) return [];
    const rows = await em.execute<{ key: string }[]>(
      `select key from work.notification where key in (?)`,
      [notices.map(({ key }) => key)],
    );
    const known = new Set(rows.map(({ key }) => key));
    return notices.filter(({ key }) => !known.has(key));
  }
}
