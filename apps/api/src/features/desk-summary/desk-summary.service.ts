import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { lastFullYear, openQuestion } from '@qadam/domain';
import { type Actor, permit } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { OwingService } from '../notifications/owing.service.ts';
import { countReady } from '../releases/leaving.ts';
import { countWaiting } from '../reviews/count-waiting.ts';
import type { DeskSummary } from './desk-summary.type.ts';

interface Asked {
  messages: { question: boolean; author: { role: string } }[];
}

@Injectable()
export class DeskSummaryService {
  constructor(
    private readonly em: EntityManager,
    private readonly owing: OwingService,
  ) {}

  async read(actor: Actor, lang: Language, now: Date): Promise<DeskSummary> {
    permit(actor, 'READ_WORK', {});
    const readyToPublish = await countReady(this.em, lastFullYear(now));
    const { toReview } = await countWaiting(this.em);
    const owing = await this.owing.list(this.em, lang, now);
    const late = owing
      .filter(({ daysLeft }) => daysLeft < 0)
      .reduce((sum, { owed }) => sum + owed, 0);
    return { toReview, readyToPublish, openQuestions: await this.openQuestions(), late, owing };
  }

  /** Of values that wait: one that was returned waits for its reporter. */
  private async openQuestions(): Promise<number> {
    const threads = await this.em.execute<Asked[]>(
      `select json_agg(json_build_object('question', m.question, 'author', json_build_object('role', u.role))
         order by m.created_at) as messages
       from work.message m join work.user_account u on u.id = m.author join work.observation o on o.id = m.observation
       where o.state = 'SUBMITTED' group by o.id having bool_or(m.question)`,
    );
    return threads.filter(({ messages }) => openQuestion(messages) !== null).length;
  }
}
