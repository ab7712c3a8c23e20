import type { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { db } from '../../database/db.ts';
import { noticesTo, READER } from '../outbox/notice.ts';
import { OutboxStore } from '../outbox/outbox.store.ts';
import { LINK_MAILS, type LinkMail, openLink } from '../users/one-time-link.ts';

/**
 * Links to set a password or to confirm an address are sent to their person by mail only, and appear in no answer, page, log or audit event:
 * otherwise the administrator who requests one could use it.
 */
@Injectable()
export class AccountMail {
  constructor(
    private readonly outbox: OutboxStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Makes a link and writes the mail with it, in the transaction of the change. */
  async sendLink(
    em: EntityManager,
    kind: LinkMail,
    link: Parameters<typeof openLink>[3],
  ): Promise<void> {
    const table = LINK_MAILS[kind];
    const id = await openLink(em, table, this.settings.secrets, link);
    const { until, ...reader } = await db(em)
      .selectFrom(`work.${table}`)
      .innerJoin('work.user_account as u', 'u.id', 'user_account')
      .select([...READER, sql<string>`expires_at::date::text`.as('until')])
      .where(`work.${table}.id`, '=', id)
      .executeTakeFirstOrThrow();
    await this.outbox.add(
      em,
      noticesTo([reader], `link:${id}`, { kind, link: id, until }),
      new Date(),
    );
  }

  /** Whether a mail server is set up; without one the server's operator hands the link over. */
  get sends(): boolean {
    return this.settings.sendsMail;
  }
}
