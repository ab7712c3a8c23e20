import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { lastFullYear } from '@qadam/domain';
import { type Actor, permitAreas } from '../../graphql/access.ts';
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
    const areas = permitAreas(actor, 'READ_WORK');
    const readyToPublish = await countReady(this.em, lastFullYear(now), areas);
    const { toReview } = await countWaiting(this.em, areas);
    const outstanding = await owingAreas(this.em, lang, now, areas);
    const late = outstanding
      .filter(({ daysLeft }) => daysLeft < 0)
      .reduce((sum, { owed }) => sum + owed, 0);
    return {
      toReview,
      readyToPublish,
      openQuestions: await this.openQuestions(areas),
      late,
      outstanding,
    };
  }

  /** The number of open questions about submitted values; a returned value waits for its reporter anyway. */
  private async openQuestions(areas: readonly string[] | null): Promise<number> {
    const asked = await readQuestions(this.em, { states: ['SUBMITTED'], areas });
    return asked.filter(isOpen).length;
  }
}
