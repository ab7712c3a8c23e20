import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Actor, permit } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { OwingService } from '../notifications/owing.service.ts';
import type { DeskSummary } from './desk-summary.type.ts';

type Counts = Pick<DeskSummary, 'toReview' | 'openQuestions' | 'readyToPublish'>;

@Injectable()
export class DeskSummaryService {
  constructor(
    private readonly em: EntityManager,
    private readonly owing: OwingService,
  ) {}

  async read(actor: Actor, lang: Language, now: Date): Promise<DeskSummary> {
    permit(actor, 'READ_WORK', {});
    const [counts = { toReview: 0, openQuestions: 0, readyToPublish: 0 }] = await this.em.execute<
      Counts[]
    >(
      `select count(*) filter (where o.state = 'SUBMITTED')::int as "toReview",
         count(*) filter (where o.state in ('SUBMITTED', 'RETURNED')
           and exists (select from work.message m where m.observation = o.id))::int as "openQuestions",
         count(*) filter (where o.state = 'APPROVED')::int as "readyToPublish"
       from work.observation o where o.state in ('SUBMITTED', 'RETURNED', 'APPROVED')`,
    );
    const owing = await this.owing.list(this.em, lang, now);
    const late = owing
      .filter(({ daysLeft }) => daysLeft < 0)
      .reduce((sum, { owed }) => sum + owed, 0);
    return { ...counts, late, owing };
  }
}
