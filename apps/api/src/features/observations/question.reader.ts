import type { EntityManager } from '@mikro-orm/postgresql';
import { type Asked, askedOf, type Decided, type WorkState } from '@qadam/domain';
import { instant, person } from '../../database/sql-text.ts';
import type { Message } from './message.type.ts';

/** A cell about which a reviewer asked something since it was last decided on. */
export interface AskedCell extends Asked<Message> {
  observation: string;
  area: string;
  year: number;
  indicator: string;
  state: WorkState;
}

type Row = Omit<AskedCell, keyof Asked<Message>> & { messages: Message[]; decisions: Decided[] };

/** The cells with a question among those observations `o` that `where` names, in one statement. */
export async function readQuestions(
  em: EntityManager,
  where: string,
  params: readonly unknown[] = [],
): Promise<AskedCell[]> {
  const rows = await em.execute<Row[]>(
    `select o.id as observation, o.area, o.year, o.indicator, o.state,
       (select json_agg(json_build_object('id', m.id, 'author', ${person('u')}, 'text', m.text, 'question', m.question,
          'createdAt', ${instant('m.created_at')}) order by m.created_at)
        from work.message m join work.user_account u on u.id = m.author where m.observation = o.id) as messages,
       coalesce((select json_agg(json_build_object('decision', v.decision,
          'createdAt', ${instant('v.created_at')}) order by v.created_at)
        from work.review v where v.observation = o.id), '[]') as decisions
     from work.observation o
     where exists (select from work.message q where q.observation = o.id and q.question) and ${where}
     order by o.id`,
    [...params],
  );
  return rows.flatMap(({ messages, decisions, ...cell }) => {
    const asked = askedOf(messages, decisions);
    return asked === null ? [] : [{ ...cell, ...asked }];
  });
}

export const isOpen = ({ answer }: Pick<AskedCell, 'answer'>): boolean => answer === null;
