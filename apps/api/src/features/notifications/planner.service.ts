import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { holdLock } from '../../database/locks.ts';
import { dueReminders } from './due-reminders.ts';
import { monthlyNews } from './monthly-news.ts';
import { messageNotices } from './message-notices.ts';
import { newSubmissions } from './new-submissions.ts';
import { OutboxStore } from '../outbox/outbox.store.ts';
import { releaseNews } from './release-news.ts';
import { returnedValues } from './returned-values.ts';
import { weeklyDigest } from './weekly-digest.ts';

/** Reads from what happened who is to be told what: a restart forgets nothing and repeats nothing. */
@Injectable()
export class PlannerService {
  constructor(
    private readonly em: EntityManager,
    private readonly outbox: OutboxStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Writes the mails that are due at `now`; returns how many are new. */
  async plan(now: Date): Promise<number> {
    return this.em.fork().transactional(async (em) => {
      await holdLock(em, 'MAIL_PLAN');
      const notices = [
        ...(await dueReminders(em, now)),
        ...(await returnedValues(em, now)),
        ...(await messageNotices(em, now)),
        ...(await newSubmissions(em, now)),
        ...(await weeklyDigest(em, now)),
        ...(await monthlyNews(em, now, this.settings.sessionSecret)),
        ...(await releaseNews(em, this.settings.sessionSecret)),
      ];
      return this.outbox.add(em, notices, now);
    });
  }
}
