import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { openQuestion } from '@qadam/domain';
import { type Actor, permit } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { OwingService } from '../notifications/owing.service.ts';
import type { DeskSummary } from './desk-summary.type.ts';

type Counts = Pick<DeskSummary, 'toReview' | 'readyToPublish'>;

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
    const threads = await this.em.execute<Asked[]>(
      `select json_agg(json_build_object('question', m.question, 'author', json_build_object('role', u.role))
         order by m.created_at) as messages
       from work.message m join work.user_account u on u.id = m.author join work.observation o on o.id = m.observation
       where o.state = 'SUBMITTED' group by o.id having bool_or(m.question)`,
    );
    return threads.filter(({ messages }) => openQuestion(messages) !== null).length;
  }
}
