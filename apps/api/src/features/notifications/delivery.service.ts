import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { LINK_MAILS, linkPath, linkToken, type LinkMail } from '../users/one-time-link.ts';
import { unsubscribePath } from '../following/unsubscribe-token.ts';
import { TOKEN_SLOT } from './compose-mail.ts';
import { describeFailure } from './describe-failure.ts';
import { LINK_WORKS, MAIL_ADDRESS } from './mail-sql.ts';
import type { NotificationKind } from './notification.enums.ts';
import type { Transport } from './transport.ts';

interface Claimed {
  kind: NotificationKind;
  language: string;
  recipient: string;
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
    for (const mail of held) if (mail.link !== null) print(this.withToken(mail, mail.text));
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
        ...(mail.kind === 'FOLLOWED' ? { unsubscribe: this.unsubscribe(mail) } : {}),
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

  private unsubscribe({ language, recipient }: Claimed): string {
    const { publicOrigin, sessionSecret } = this.settings;
    return `${publicOrigin}/${language}/${unsubscribePath(sessionSecret, recipient)}`;
  }

  /** Committed before anything is sent: from here on no other process takes it. */
  private async claim(id: string, now: Date): Promise<Claimed | null> {
    const [claimed] = await this.em.fork().execute<Claimed[]>(
      `update work.notification n
       set state = 'SENDING', attempts = n.attempts + 1, error = null, changed_at = ?::timestamptz
       from work.user_account u
       where n.id = ? and u.id = n.recipient and n.state in ('WAITING', 'RETRY')
       returning n.kind, n.language, n.recipient, n.subject, n.text, n.html, u.name, ${MAIL_ADDRESS},
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
