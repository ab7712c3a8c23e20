import type { EntityManager } from '@mikro-orm/postgresql';
import { askedOf, type Decided, openQuestion, type WorkState } from '@qadam/domain';
import { type AliasableExpression, expressionBuilder, type RawBuilder, sql } from 'kysely';
import { jsonArrayFrom, jsonBuildObject } from 'kysely/helpers/postgres';
import { db } from '../../database/db.ts';
import { inAreas, instant, roleOfAuthor } from '../../database/expressions.ts';
import type { Tables } from '../../database/tables.ts';
import type { Message } from './cell.type.ts';

/** A cell about which a reviewer has asked something since the last decision on it. */
export type AskedCell = Awaited<ReturnType<typeof readQuestions>>[number];

/** The messages and decisions about a value, oldest first. */
export interface Discussion {
  messages: Message[];
  decisions: Decided[];
}

const eb = expressionBuilder<Tables>();
const OBSERVATION = sql.ref<string>('o.id');

/** Is there any question about observation `o`? */
const WAS_ASKED = eb.exists(
  eb
    .selectFrom('work.message as q')
    .select('q.id')
    .where('q.observation', '=', OBSERVATION)
    .where('q.question', '=', true),
);

/** Who wrote message `m`: account `mu`, in the role of that time. */
const WRITTEN_BY = jsonBuildObject({
  id: sql.ref<string>('mu.id'),
  name: sql.ref<string>('mu.name'),
  role: roleOfAuthor('m', 'mu'),
});

/** The messages about observation `o`. */
export const MESSAGES: RawBuilder<Message[]> = jsonArrayFrom(
  eb
    .selectFrom('work.message as m')
    .innerJoin('work.user_account as mu', 'mu.id', 'm.author')
    .select(['m.id', WRITTEN_BY.as('author'), 'm.text', 'm.question'])
    .select(instant('m.created_at').as('createdAt'))
    .where('m.observation', '=', OBSERVATION)
    .orderBy('m.created_at'),
);

/** Any observation that is in work in the areas and was asked about: few, and found by the questions. */
export const askedInWork = (areas: readonly string[] | null) =>
  sql<string>`any(array(${eb
    .selectFrom('work.message as q')
    .innerJoin('work.value_in_work as l', 'l.observation', 'q.observation')
    .select('q.observation')
    .where('q.question', '=', true)
    .where(inAreas('l.area', areas))}))`;

const DISCUSSION: RawBuilder<Discussion> = jsonBuildObject({
  messages: MESSAGES,
  decisions: jsonArrayFrom(
    eb
      .selectFrom('work.review as v')
      .select(['v.decision', instant('v.created_at').as('createdAt')])
      .where('v.observation', '=', OBSERVATION)
      .orderBy('v.created_at'),
  ),
});

/** The discussion of observation `o`; null if there was no question. */
export const DISCUSSION_IF_ASKED: AliasableExpression<Discussion | null> = eb
  .case()
  .when(WAS_ASKED)
  .then(DISCUSSION)
  .end();

interface Which {
  /** Any of some ids. Otherwise all that are in work. */
  which?: RawBuilder<string>;
  states?: readonly Exclude<WorkState, 'PUBLISHED'>[];
  /** Null: all areas. */
  areas?: readonly string[] | null;
}

/** Those of the observations that a reviewer has asked about, in one SQL statement. */
export async function readQuestions(em: EntityManager, { which, states, areas = null }: Which) {
  const rows = await db(em)
    .selectFrom('work.observation as o')
    .select(['o.id as observation', 'o.area', 'o.year', 'o.indicator', 'o.state'])
    .select(DISCUSSION.as('said'))
    .where('o.id', '=', which ?? askedInWork(areas))
    .where(inAreas('o.area', areas))
    .where(WAS_ASKED)
    .$if(states !== undefined, (query) => query.where('o.state', 'in', states ?? []))
    .orderBy('o.id')
    .execute();
  return rows.flatMap(({ said, ...cell }) => {
    const asked = askedOf(said.messages, said.decisions);
    return asked === null ? [] : [{ ...cell, ...asked }];
  });
}

export const isOpen = (asked: AskedCell): boolean => openQuestion(asked) !== null;
