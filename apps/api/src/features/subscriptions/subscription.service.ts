import { randomUUID } from 'node:crypto';
import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { signedId, signId } from '../../config/signed-id.ts';
import { db } from '../../database/db.ts';
import { isId } from '../../database/ids.ts';
import { readEmailAddress } from '../../graphql/email-address.ts';
import type { Language } from '../../graphql/enums.ts';
import { refused } from '../../graphql/problem.ts';
import type { Texts } from '../../graphql/local-text.type.ts';
import { readFollowable } from '../following/following.reader.ts';
import { subscriberOf } from '../following/unsubscribe-token.ts';
import { Notification } from '../outbox/notification.entity.ts';
import { OutboxStore } from '../outbox/outbox.store.ts';
import { Subscriber } from '../outbox/subscriber.entity.ts';
import { readChoice, type Subscription } from './choice.ts';

const CONFIRM = 'confirm subscription';
/** The most requests a day in total, so that nobody can fill other people's mailboxes. */
const ASKED_A_DAY = 1000;
/** The shortest time between two mails to one address. */
const MAIL_EVERY_MS = 3_600_000;
const DAY_MS = 24 * MAIL_EVERY_MS;

/**
 * News of releases for people without an account: an address, a language and a choice are stored, nothing else. Only somebody who reads the
 * mail to the address can confirm it. The answer is the same whether the address is known or not; accounts are not looked at.
 */
@Injectable()
export class SubscriptionService {
  constructor(
    private readonly em: EntityManager,
    private readonly outbox: OutboxStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Stores a request and sends the mail to confirm it; throws if the request is not valid. */
  async ask(
    { email, about }: { email: string; about: string },
    language: Language,
    now: Date,
  ): Promise<void> {
    if (!this.settings.sendsMail && !this.settings.demo) throw refused('NO_MAIL_SERVER');
    const address = readEmailAddress(email);
    const choice = readChoice(about);
    if (choice === null) throw refused('CHOICE_UNKNOWN', 'about');
    const names = await this.nameOf(choice);
    await this.em.fork().transactional(async (em) => {
      if (await asksTooMuch(em, now)) throw refused('TOO_OFTEN');
      const id = randomUUID();
      const { kind, code } = choice;
      await em.nativeDelete(Subscriber, {
        email: address,
        confirmedAt: null,
        askedAt: { $lte: new Date(now.getTime() - MAIL_EVERY_MS) },
      });
      const added = await db(em)
        .insertInto('work.subscriber')
        .values({ id, email: address, language, kind, code, asked_at: now })
        .onConflict((on) => on.column('email').where('confirmed_at', 'is', null).doNothing())
        .returning('id')
        .execute();
      // at most one mail an hour to an address, however often it is entered
      if (added.length === 0) return;
      const confirm = `about/news/confirm?token=${encodeURIComponent(signId(this.settings.secrets, CONFIRM, id))}`;
      await this.outbox.add(
        em,
        [
          {
            key: `subscription:${id}`,
            reader: { language, to: { subscriber: id } },
            facts: { kind: 'SUBSCRIPTION', about: names, confirm },
          },
        ],
        now,
      );
    });
  }

  /** Confirms a subscription by the link in the mail; it replaces an earlier one of the same address. Returns whether the link works. */
  async confirm(token: string, now: Date): Promise<boolean> {
    const id = signedId(this.settings.secrets, CONFIRM, token);
    if (id === null || !isId(id)) return false;
    return this.em.fork().transactional(async (em) => {
      const asked = await em.findOne(Subscriber, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!asked) return false;
      if (asked.confirmedAt) return true;
      await em.nativeDelete(Subscriber, { email: asked.email, id: { $ne: id } });
      await db(em)
        .updateTable('work.subscriber')
        .set((eb) => ({
          confirmed_at: now,
          release: eb
            .selectFrom('publication.release')
            .select('number')
            .orderBy('sequence', 'desc')
            .limit(1),
        }))
        .where('id', '=', id)
        .execute();
      await em.nativeDelete(Notification, { subscriber: id });
      return true;
    });
  }

  /** Unsubscribes by the link in any mail: everything stored about the address is deleted. Doing it twice is not an error. */
  async end(token: string): Promise<boolean> {
    const id = subscriberOf(this.settings.secrets, 'SUBSCRIPTION', token);
    if (id === null || !isId(id)) return false;
    await this.em.nativeDelete(Subscriber, id);
    return true;
  }

  /** The name of the chosen subject; null: everything. */
  private async nameOf({ kind, code }: Subscription): Promise<Texts | null> {
    if (kind === 'EVERYTHING' || code === null) return null;
    const name = await readFollowable(this.em.fork(), kind, code);
    if (name === null) throw refused('CHOICE_UNKNOWN', 'about');
    return name;
  }
}

const asksTooMuch = async (em: EntityManager, now: Date): Promise<boolean> => {
  const since = new Date(now.getTime() - DAY_MS);
  const asked = await em.count(Subscriber, { confirmedAt: null, askedAt: { $gt: since } });
  return asked >= ASKED_A_DAY;
};
