import type { EntityManager } from '@mikro-orm/postgresql';
import { type Asked, askedOf, type Decided, openQuestion, type WorkState } from '@qadam/domain';
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

/** What was written and decided about a value, oldest first. */
export interface Said {
  messages: Message[];
  decisions: Decided[];
}
type Row = Omit<AskedCell, keyof Asked<Message>> & { said: Said };

/** Did a reviewer ever ask about observation `o`? */
const WAS_ASKED = `exists (select from work.message q where q.observation = o.id and q.question)`;

const SAID = `json_build_object(
  'messages', (select json_agg(json_build_object('id', m.id, 'author', ${person('mu')}, 'text', m.text,
      'question', m.question, 'createdAt', ${instant('m.created_at')}) order by m.created_at)
    from work.message m join work.user_account mu on mu.id = m.author where m.observation = o.id),
  'decisions', coalesce((select json_agg(json_build_object('decision', v.decision,
      'createdAt', ${instant('v.created_at')}) order by v.created_at)
    from work.review v where v.observation = o.id), '[]'))`;

/** Of observation `o`; null where nobody ever asked. */
export const SAID_WHERE_ASKED = `case when ${WAS_ASKED} then ${SAID} end`;

/** Of the observations `o` that meet `where`, those with a question, in one statement. */
export async function readQuestions(
  em: EntityManager,
  where: string,
  params: readonly unknown[] = [],
): Promise<AskedCell[]> {
  const rows = await em.execute<Row[]>(
    `select o.id as observation, o.area, o.year, o.indicator, o.state, ${SAID} as said
     from work.observation o where ${WAS_ASKED} and ${where} order by o.id`,
    [...params],
  );
  return rows.flatMap(({ said, ...cell }) => {
    const asked = askedOf(said.messages, said.decisions);
    return asked === null ? [] : [{ ...cell, ...asked }];
  });
}

export const isOpen = (asked: AskedCell): boolean => openQuestion(asked) !== null;
