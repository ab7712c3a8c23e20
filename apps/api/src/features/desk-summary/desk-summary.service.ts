import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Actor, permit } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { isOpen, readQuestions } from '../observations/question.reader.ts';
import { OwingService } from '../notifications/owing.service.ts';
import type { DeskSummary } from './desk-summary.type.ts';

type Counts = Pick<DeskSummary, 'toReview' | 'readyToPublish'>;

@Injectable()
export class DeskSummaryService {
  constructor(
    private readonly em: EntityManager,
    private readonly owing: OwingService,
  ) {}

  async read(actor: Actor, lang: Language, now: Date): Promise<DeskSummary> {
    permit(actor, 'READ_WORK', {});
    const [counts = { toReview: 0, readyToPublish: 0 }] = await this.em.execute<Counts[]>(
      `select count(*) filter (where o.state = 'SUBMITTED')::int as "toReview",
         count(*) filter (where o.state = 'APPROVED')::int as "readyToPublish"
       from work.observation o where o.state in ('SUBMITTED', 'APPROVED')`,
    );
    const owing = await this.owing.list(this.em, lang, now);
    const late = owing
      .filter(({ daysLeft }) => daysLeft < 0)
      .reduce((sum, { owed }) => sum + owed, 0);
    return { ...counts, openQuestions: await this.openQuestions(), late, owing };
  }

  /** Of values that wait: one that was returned waits for its reporter. */
  private async openQuestions(): Promise<number> {
    const asked = await readQuestions(this.em, `o.state = 'SUBMITTED'`);
    return asked.filter(isOpen).length;
  }
}
