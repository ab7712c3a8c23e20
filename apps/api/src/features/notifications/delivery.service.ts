import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { db } from '../../database/db.ts';
import { traced } from '../../http/traced.ts';
import { Notification } from '../outbox/notification.entity.ts';
import { LINK_MAILS, linkPath, linkToken, type LinkMail } from '../users/one-time-link.ts';
import { unsubscribePath } from '../following/unsubscribe-token.ts';
import { TOKEN_SLOT } from '../outbox/compose-mail.ts';
import { linkWorks, mailAddress } from './mail-address.ts';
import type { Transport } from './transport.ts';

/** Longer than the timeouts for a mail server (transport.ts), so a mail that is still being sent then belongs to a stopped process. */
const LOST_AFTER_MS = 10 * 60_000;
const MAX_REASON = 200;

type Claimed = NonNullable<Awaited<ReturnType<typeof claim>>>;

/** Sends mails from the outbox to a server: each by one process, and never again once it may have left. */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly em: EntityManager,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The mails to be sent, each with the id of the job that will send it. */
  async waiting(): Promise<{ id: string; job: string }[]> {
    return db(this.em)
      .selectFrom('work.notification')
      .select(['id', 'job'])
      .where('state', '=', 'WAITING')
      .orderBy('created_at')
      .orderBy('id')
      .execute();
  }

  /**
   * Without a mail server, holds all waiting mails back: a flood of old mails once there is a server would not help anybody. `print`: used by the
   * demonstration, to show the links of held mails in the terminal.
   */
  async hold(now: Date, print: ((mail: string) => void) | null = null): Promise<void> {
    const held = await db(this.em)
      .updateTable('work.notification')
      .set({ state: 'HELD', changed_at: now })
      .where('state', '=', 'WAITING')
      .returning(['kind', 'link', 'text'])
      .execute();
    if (print === null) return;
    for (const mail of held)
      if (mail.link !== null || mail.kind === 'SUBSCRIPTION')
        print((await this.withToken(mail))?.(mail.text) ?? mail.text);
  }

  /**
   * Marks mails that a stopped process was sending as failed, since they may have left; a person decides whether
   * they are sent again. Other mails are kept as long as retention.ts says.
   */
  async tidy(now: Date): Promise<void> {
    await this.em.nativeUpdate(
      Notification,
      { state: 'SENDING', changedAt: { $lt: new Date(now.getTime() - LOST_AFTER_MS) } },
      { state: 'FAILED', error: 'INTERRUPTED', changedAt: now },
    );
    // a mail to a reader without an account is not kept once it has left
    await this.em.nativeDelete(Notification, { state: 'SENT', subscriber: { $ne: null } });
  }

  /** Tries once to send a mail; throws on failure, so that the job is retried. `last`: it will not be retried. */
  async deliver(transport: Transport, id: string, last: boolean, now: Date): Promise<void> {
    const mail = await claim(this.em, id, now);
    if (mail === undefined) return;
    if (mail.disabled) return this.settle(id, 'FAILED', 'ACCOUNT_DISABLED', now);
    if (mail.link !== null && !mail.linkOpen) return this.settle(id, 'FAILED', 'LINK_CLOSED', now);
    const complete = await this.withToken(mail);
    // the token was made with a key that no longer exists
    if (complete === null) return this.settle(id, 'FAILED', 'LINK_CLOSED', now);
    try {
      await traced({ kind: 'mail', name: 'send a mail' }, () =>
        transport.send({
          messageId: `<${id}@${new URL(this.settings.publicOrigin).hostname}>`,
          to: { name: mail.name, address: mail.address },
          subject: mail.subject,
          text: complete(mail.text),
          html: complete(mail.html),
          ...this.unsubscribe(mail),
        }),
      );
    } catch (error) {
      await this.settle(id, last ? 'FAILED' : 'RETRY', describeFailure(error), now);
      throw error;
    }
    await this.settle(id, 'SENT', null, now);
  }

  /** The token is put in only when the mail is sent; what is stored does not have it. */
  private async withToken({
    kind,
    link,
  }: Pick<Claimed, 'kind' | 'link'>): Promise<((text: string) => string) | null> {
    if (link === null) return (text) => text;
    const table = LINK_MAILS[kind as LinkMail];
    const token = await linkToken(this.em.fork(), this.settings.secrets, table, link);
    if (token === null) return null;
    return (text) => text.replaceAll(linkPath(table, TOKEN_SLOT), linkPath(table, token));
  }

  /** The unsubscribe link, for mails that the reader has asked for. */
  private unsubscribe({ kind, language, recipient, subscriber }: Claimed) {
    const { publicOrigin, secrets } = this.settings;
    const [mails, who] =
      kind === 'FOLLOWED'
        ? (['MONTHLY', recipient] as const)
        : (['SUBSCRIPTION', kind === 'RELEASE_NEWS' ? subscriber : null] as const);
    if (who === null) return {};
    const path = unsubscribePath(secrets, mails, who);
    return { unsubscribe: `${publicOrigin}/${language}/${path}` };
  }

  private async settle(
    id: string,
    state: 'SENT' | 'RETRY' | 'FAILED',
    error: string | null,
    now: Date,
  ): Promise<void> {
    const sending = { id, state: 'SENDING' } as const;
    await this.em.nativeUpdate(Notification, sending, { state, error, changedAt: now });
  }
}

/** Takes a mail for this process. It is committed before anything is sent, so no other process takes the mail. */
async function claim(em: EntityManager, id: string, now: Date) {
  return db(em)
    .updateTable('work.notification as n')
    .from('work.notification as m')
    .leftJoin('work.user_account as u', 'u.id', 'm.recipient')
    .set((eb) => ({
      state: 'SENDING',
      attempts: eb('n.attempts', '+', 1),
      error: null,
      changed_at: now,
    }))
    .where('n.id', '=', id)
    .whereRef('m.id', '=', 'n.id')
    .where('n.state', 'in', ['WAITING', 'RETRY'])
    .returning(['n.kind', 'n.language', 'n.recipient', 'n.subscriber', 'n.subject', 'n.text'])
    .returning((eb) => [
      'n.html',
      'n.link',
      eb.fn.coalesce('u.name', eb.val('')).as('name'),
      mailAddress.as('address'),
      eb('u.disabled_at', 'is not', null).as('disabled'),
      linkWorks.as('linkOpen'),
    ])
    .executeTakeFirst();
}

/** nodemailer's code and the server's answer, but never a stack or anything from SMTP_URL. */
function describeFailure(error: unknown): string {
  const parts: string[] = [];
  if (error instanceof Error) {
    if ('code' in error && typeof error.code === 'string') parts.push(error.code);
    if ('response' in error && typeof error.response === 'string') parts.push(error.response);
  }
  return parts.join(' ').slice(0, MAX_REASON) || 'UNKNOWN';
}
