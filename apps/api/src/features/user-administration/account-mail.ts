import type { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { noticesTo, type Reader } from '../outbox/notice.ts';
import { OutboxStore } from '../outbox/outbox.store.ts';
import { LINK_MAILS, type LinkMail, openLink } from '../users/one-time-link.ts';

/**
 * Links to set a password or to confirm an address go to their person by mail only, and are in no answer, page, log or audit
 * event: otherwise the administrator who asks for one could use it.
 */
@Injectable()
export class AccountMail {
  constructor(
    private readonly outbox: OutboxStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Opens a link and writes the mail that carries it, in the transaction of the change. */
  async sendLink(
    em: EntityManager,
    kind: LinkMail,
    link: { user: string; createdBy: string; more?: Readonly<Record<string, string>> },
  ): Promise<void> {
    const table = LINK_MAILS[kind];
    const id = await openLink(em, table, this.settings.sessionSecret, link);
    const [found] = await em.execute<(Reader & { until: string })[]>(
      `select u.id, u.name, u.role, u.language, l.expires_at::date::text as until
       from work.${table} l join work.user_account u on u.id = l.user_account where l.id = ?`,
      [id],
    );
    if (found === undefined) return;
    const { until, ...reader } = found;
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
