import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { composeMail } from './compose-mail.ts';
import type { Notice } from './notice.ts';

/** Where mails wait; written in the transaction of what they tell. */
@Injectable()
export class OutboxStore {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** Writes what was not told yet; returns how much that was. */
  async add(em: EntityManager, notices: readonly Notice[], now: Date): Promise<number> {
    const fresh = await this.unknown(em, notices);
    if (fresh.length === 0) return 0;
    const rows = await Promise.all(
      fresh.map(async ({ key, reader, facts }) => ({
        id: randomUUID(),
        key,
        kind: facts.kind,
        recipient: reader.id,
        area: 'area' in facts ? facts.area : null,
        cycle: 'cycle' in facts ? facts.cycle : null,
        link: 'link' in facts ? facts.link : null,
        job: randomUUID(),
        ...(await composeMail(reader, facts, this.settings.publicOrigin)),
      })),
    );
    const added = await em.execute<object[]>(
      `insert into work.notification (id, key, kind, recipient, area, cycle, link, language, subject, text, html, job,
         created_at, changed_at)
       select x.*, ?::timestamptz, ?::timestamptz
       from jsonb_to_recordset(?::jsonb) as x(id uuid, key text, kind text, recipient uuid, area text, cycle int, link uuid,
         language text, subject text, text text, html text, job uuid)
       on conflict (key) do nothing returning id`,
      [now.toISOString(), now.toISOString(), JSON.stringify(rows)],
    );
    return added.length;
  }

  /** What a reminder says is due for days: nothing is composed again that is known. */
  private async unknown(em: EntityManager, notices: readonly Notice[]): Promise<Notice[]> {
    if (notices.length === 0) return [];
    const rows = await em.execute<{ key: string }[]>(
      `select key from work.notification where key in (?)`,
      [notices.map(({ key }) => key)],
    );
    const known = new Set(rows.map(({ key }) => key));
    return notices.filter(({ key }) => !known.has(key));
  }
}
