import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { db } from '../../database/db.ts';
import { rowsAs } from '../../database/expressions.ts';
import { composeMail, type Mail } from './compose-mail.ts';
import { composeExternalMail } from './compose-external-mail.ts';
import type { Notice, ExternalNotice } from './notice.ts';

type Any = Notice | ExternalNotice;
const isOutside = (notice: Any): notice is ExternalNotice => 'to' in notice.reader;

const COLUMNS = {
  id: 'uuid',
  key: 'text',
  kind: 'text',
  recipient: 'uuid',
  subscriber: 'uuid',
  address: 'text',
  area: 'text',
  cycle: 'int',
  link: 'uuid',
  language: 'text',
  subject: 'text',
  text: 'text',
  html: 'text',
  job: 'uuid',
  created_at: 'timestamptz',
  changed_at: 'timestamptz',
} as const;
const NAMES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];

/** Where mails wait; written in the transaction of what they tell. */
@Injectable()
export class OutboxStore {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** Writes the mails that are not written yet; returns how many those were. */
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
        created_at: now,
        changed_at: now,
        ...{ recipient: null, subscriber: null, address: null },
        ...(isOutside(notice) ? notice.reader.to : { recipient: notice.reader.id }),
        ...(await this.compose(notice)),
      })),
    );
    const added = await db(em)
      .insertInto('work.notification')
      .columns(NAMES)
      .expression((eb) => eb.selectFrom(rowsAs('x', COLUMNS, rows)).select(NAMES))
      .onConflict((on) => on.column('key').doNothing())
      .returning('id')
      .execute();
    return added.length;
  }

  private compose(notice: Any): Promise<Mail> {
    const { publicOrigin } = this.settings;
    return isOutside(notice)
      ? composeExternalMail(notice.reader, notice.facts, publicOrigin)
      : composeMail(notice.reader, notice.facts, publicOrigin);
  }

  /** A reminder stays true for days, so it is composed once. */
  private async unknown(em: EntityManager, notices: readonly Any[]): Promise<Any[]> {
    if (notices.length === 0) return [];
    const keys = notices.map(({ key }) => key);
    const rows = await db(em)
      .selectFrom('work.notification')
      .select('key')
      .where('key', '=', sql<string>`any(${keys}::text[])`)
      .execute();
    const known = new Set(rows.map(({ key }) => key));
    return notices.filter(({ key }) => !known.has(key));
  }
}
