import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { lastFullYear } from '@qadam/domain';
import { type Actor, permit } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { isOpen, readQuestions } from '../observations/question.reader.ts';
import { owingAreas } from '../notifications/outstanding.ts';
import { countReady } from '../releases/leaving.ts';
import { countWaiting } from '../reviews/count-waiting.ts';
import type { DeskSummary } from './desk-summary.type.ts';

@Injectable()
export class DeskSummaryService {
  constructor(private readonly em: EntityManager) {}

  async read(actor: Actor, lang: Language, now: Date): Promise<DeskSummary> {
    permit(actor, 'READ_WORK', {});
    const readyToPublish = await countReady(this.em, lastFullYear(now));
    const { toReview } = await countWaiting(this.em);
    const outstanding = await owingAreas(this.em, lang, now);
    const late = outstanding
      .filter(({ daysLeft }) => daysLeft < 0)
      .reduce((sum, { owed }) => sum + owed, 0);
    return {
      toReview,
      readyToPublish,
      openQuestions: await this.openQuestions(),
      late,
      outstanding,
    };
  }

  /** Of values that wait: one that was returned waits for its reporter. */
  private async openQuestions(): Promise<number> {
    const asked = await readQuestions(this.em, { states: ['SUBMITTED'] });
    return asked.filter(isOpen).length;
  }
}
