import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { readEmailAddress } from '../../graphql/email-address.ts';
import type { Language } from '../../graphql/enums.ts';
import { requiredText } from '../../graphql/free-text.ts';
import { refused } from '../../graphql/problem.ts';
import { Notification } from '../outbox/notification.entity.ts';
import { OutboxStore } from '../outbox/outbox.store.ts';

const MAX_LENGTH = 2000;
/** The most reports a day from all readers together, as people have to read them. */
const A_DAY = 200;
const DAY_MS = 86_400_000;
/** A page of this site below the language, with its query. */
const PAGE = /^[a-z]+(?:\/[\w.-]{1,40}){0,2}(?:\?[\w.~=&-]{1,200})?$/;
/** Invisible characters, and those that change the direction of text, as they could hide what a text says. Letter joiners are kept. */
const UNSEEN = /(?![\n\r\t\u200C\u200D])[\p{Cc}\p{Cf}]/gu;

/** Sends a reader's report about a number as a mail to the programme office; it is stored nowhere else. */
@Injectable()
export class ErrorReportService {
  constructor(
    private readonly em: EntityManager,
    private readonly outbox: OutboxStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async send(
    { about, text, email }: { about: string; text: string; email: string },
    language: Language,
    now: Date,
  ): Promise<void> {
    const { contact } = this.settings;
    if (contact === null) throw refused('NO_MAILBOX');
    if (about !== '' && !PAGE.test(about)) throw refused('TEXT_INVALID', 'about');
    const written = requiredText(text, 'text', 'TEXT_REQUIRED');
    if (written.length > MAX_LENGTH) throw refused('TEXT_TOO_LONG', 'text', { max: MAX_LENGTH });
    const answerTo = email.trim() === '' ? null : readEmailAddress(email);
    await this.em.fork().transactional(async (em) => {
      const since = new Date(now.getTime() - DAY_MS);
      const sent = { kind: 'ERROR_REPORT', createdAt: { $gt: since } } as const;
      if ((await em.count(Notification, sent)) >= A_DAY) throw refused('TOO_OFTEN');
      await this.outbox.add(
        em,
        [
          {
            key: `error-report:${randomUUID()}`,
            reader: { language, to: { address: contact } },
            facts: {
              kind: 'ERROR_REPORT',
              about,
              text: written.replaceAll(UNSEEN, ''),
              email: answerTo,
            },
          },
        ],
        now,
      );
    });
  }
}
