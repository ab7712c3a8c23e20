import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { LINK_MAILS, linkPath, linkToken, type LinkMail } from '../users/one-time-link.ts';
import { unsubscribePath } from '../following/unsubscribe-token.ts';
import { TOKEN_SLOT } from '../outbox/compose-mail.ts';
import { describeFailure } from './describe-failure.ts';
import { LINK_WORKS, MAIL_ADDRESS } from './mail-sql.ts';
import type { NotificationKind } from '../outbox/notification.enums.ts';
import type { Transport } from './transport.ts';

interface Claimed {
  kind: NotificationKind;
  language: string;
  recipient: string | null;
  subscriber: string | null;
  subject: string;
  text: string;
  html: string;
  name: string;
  address: string;
  disabled: boolean;
  link: string | null;
  linkOpen: boolean;
}

/** Longer than any server may take (transport.ts). */
const LOST_AFTER = '10 minutes';
const KEPT = '180 days';
const REPORT_KEPT = '7 days';
const UNCONFIRMED_KEPT = '7 days';

/** Takes mails from the outbox to a server: each by one process, and never again once it may have left. */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly em: EntityManager,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** What is to be sent, each with the job that is to send it. */
  async waiting(): Promise<{ id: string; job: string }[]> {
    return this.em
      .fork()
      .execute<{ id: string; job: string }[]>(
        `select id, job from work.notification where state = 'WAITING' order by created_at, id`,
      );
  }

  /**
   * Without a mail server nothing waits: a flood of old mails on the day there is one helps nobody. `print`: of the demonstration,
   * where whoever reads the terminal may use the links.
   */
  async hold(now: Date, print: ((mail: string) => void) | null = null): Promise<void> {
    const held = await this.em.fork().execute<Pick<Claimed, 'kind' | 'link' | 'text'>[]>(
      `update work.notification set state = 'HELD', changed_at = ?::timestamptz where state = 'WAITING'
       returning kind, link, text`,
      [now.toISOString()],
    );
    if (print === null) return;
    for (const mail of held)
      if (mail.link !== null || mail.kind === 'SUBSCRIPTION')
        print(this.withToken(mail, mail.text));
  }

  /**
   * What a stopped process left half done is given up, since it may have left; a person decides whether
   * it is sent again. What is older than half a year is forgotten.
   */
  async tidy(now: Date): Promise<void> {
    const em = this.em.fork();
    const at = now.toISOString();
    await em.execute(
      `update work.notification set state = 'FAILED', error = 'INTERRUPTED', changed_at = ?::timestamptz
       where state = 'SENDING' and changed_at < ?::timestamptz - interval '${LOST_AFTER}'`,
      [at, at],
    );
    // what was told to somebody without an account is not kept once it has left; a report of an error for a week, should it be lost
    await em.execute(
      `delete from work.notification where state = 'SENT' and (subscriber is not null
         or (recipient is null and changed_at < ?::timestamptz - interval '${REPORT_KEPT}'))`,
      [at],
    );
    await em.execute(
      `delete from work.subscriber where confirmed_at is null and asked_at < ?::timestamptz - interval '${UNCONFIRMED_KEPT}'`,
      [at],
    );
    await em.execute(
      `delete from work.notification where created_at < ?::timestamptz - interval '${KEPT}'`,
      [at],
    );
  }

  /** Tries once; throws where it failed, so that who keeps the jobs tries again. `last`: nobody will. */
  async deliver(transport: Transport, id: string, last: boolean, now: Date): Promise<void> {
    const mail = await this.claim(id, now);
    if (mail === null) return;
    if (mail.disabled) return this.settle(id, 'FAILED', 'ACCOUNT_DISABLED', now);
    if (mail.link !== null && !mail.linkOpen) return this.settle(id, 'FAILED', 'LINK_CLOSED', now);
    try {
      await transport.send({
        messageId: `<${id}@${new URL(this.settings.publicOrigin).hostname}>`,
        to: { name: mail.name, address: mail.address },
        subject: mail.subject,
        text: this.withToken(mail, mail.text),
        html: this.withToken(mail, mail.html),
        ...this.unsubscribe(mail),
      });
    } catch (error) {
      await this.settle(id, last ? 'FAILED' : 'RETRY', describeFailure(error), now);
      throw error;
    }
    await this.settle(id, 'SENT', null, now);
  }

  /** The token is put in only when the mail is sent; what is stored does not have it. */
  private withToken({ kind, link }: Pick<Claimed, 'kind' | 'link'>, text: string): string {
    if (link === null) return text;
    const table = LINK_MAILS[kind as LinkMail];
    const token = linkToken(this.settings.sessionSecret, table, link);
    return text.replaceAll(linkPath(table, TOKEN_SLOT), linkPath(table, token));
  }

  /** Of mails that somebody asked for. */
  private unsubscribe({ kind, language, recipient, subscriber }: Claimed) {
    const { publicOrigin, sessionSecret } = this.settings;
    const [mails, who] =
      kind === 'FOLLOWED'
        ? (['MONTHLY', recipient] as const)
        : (['SUBSCRIPTION', kind === 'RELEASE_NEWS' ? subscriber : null] as const);
    if (who === null) return {};
    const path = unsubscribePath(sessionSecret, mails, who);
    return { unsubscribe: `${publicOrigin}/${language}/${path}` };
  }

  /** Committed before anything is sent: from here on no other process takes it. */
  private async claim(id: string, now: Date): Promise<Claimed | null> {
    const [claimed] = await this.em.fork().execute<Claimed[]>(
      `update work.notification n
       set state = 'SENDING', attempts = n.attempts + 1, error = null, changed_at = ?::timestamptz
       from work.notification m left join work.user_account u on u.id = m.recipient
       where n.id = ? and m.id = n.id and n.state in ('WAITING', 'RETRY')
       returning n.kind, n.language, n.recipient, n.subscriber, n.subject, n.text, n.html, coalesce(u.name, '') as name, ${MAIL_ADDRESS},
         u.disabled_at is not null as disabled, n.link, ${LINK_WORKS} as "linkOpen"`,
      [now.toISOString(), id],
    );
    return claimed ?? null;
  }

  private async settle(
    id: string,
    state: 'SENT' | 'RETRY' | 'FAILED',
    error: string | null,
    now: Date,
  ): Promise<void> {
    await this.em.fork().execute(
      `update work.notification set state = ?, error = ?, changed_at = ?::timestamptz
         where id = ? and state = 'SENDING'`,
      [state, error, now.toISOString(), id],
    );
  }
}
