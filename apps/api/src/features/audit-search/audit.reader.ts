import type { EntityManager } from '@mikro-orm/postgresql';
import {
  type Expression,
  expressionBuilder,
  type NotNull,
  type RawBuilder,
  sql,
  type SqlBool,
} from 'kysely';
import { db } from '../../database/db.ts';
import { instant, likeText, person } from '../../database/expressions.ts';
import type { Tables } from '../../database/tables.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { AuditFilter } from './audit-filter.input.ts';

export type AuditRow = Awaited<ReturnType<typeof findEvents>>[number];

const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** The id behind `prefix` in the subject of event `e`, as a uuid so that an index is used; null if there is none. */
const idBehind = (prefix: string): RawBuilder<string> =>
  sql`case when e.subject ~ ${sql.lit(`^${prefix}${UUID}$`)} then right(e.subject, 36)::uuid end`;

const named = (...parts: string[]): RawBuilder<string> =>
  sql`concat_ws(' · ', ${sql.join(parts.map((part) => sql.ref(part)))})`;

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const DAY_MS = 86_400_000;

/** The beginning of a day, in UTC. */
function readDay(text: string): Date {
  const day = new Date(`${text}T00:00:00Z`);
  if (!DAY.test(text) || !day.toISOString().startsWith(text))
    throw new ApiError('BAD_USER_INPUT', 'A day is written 2026-11-25.');
  return day;
}

/** A value, at any depth, that contains the text; the names of fields are not searched. */
const holds = (column: string, text: string): RawBuilder<boolean> =>
  sql`exists (select 1 from jsonb_path_query(${sql.ref(column)}, 'strict $.**') found
    where jsonb_typeof(found) in ('string', 'number', 'boolean') and found #>> '{}' ilike ${likeText(text)})`;

const e = expressionBuilder<
  { e: Tables['work.audit_event']; u: Tables['work.user_account'] },
  'e' | 'u'
>();
const CONDITIONS: Record<keyof AuditFilter, (text: string) => Expression<SqlBool>> = {
  who: (text) =>
    e.or([e('u.name', 'ilike', likeText(text)), e('u.email', 'ilike', likeText(text))]),
  operation: (text) => e('e.operation', '=', text),
  subject: (text) => e('e.subject', 'ilike', likeText(text)),
  area: (text) => e('e.area', '=', text),
  from: (text) => e('e.at', '>=', readDay(text)),
  to: (text) => e('e.at', '<', new Date(readDay(text).getTime() + DAY_MS)),
  value: (text) => e.or([holds('e.before', text), holds('e.after', text)]),
};

/** The events that match a filter, newest first; only those older than event `after`. */
export async function findEvents(
  em: EntityManager,
  filter: AuditFilter,
  after: string | null,
  limit: number,
) {
  const conditions = Object.entries(CONDITIONS).flatMap(([name, condition]) => {
    const text = filter[name as keyof AuditFilter]?.trim() ?? '';
    return text === '' ? [] : [condition(text)];
  });
  if (after !== null) conditions.push(e('e.number', '<', Number(after)));
  return db(em)
    .selectFrom('work.audit_event as e')
    .leftJoin('work.user_account as u', 'u.id', 'e.actor')
    .select((eb) => [
      sql<string>`e.number::text`.as('number'),
      instant('e.at').as('at'),
      person('u').as('actor'),
      'e.role',
      'e.operation',
      'e.subject',
      // a name for people to read: a person's name, a body's code, a cell's indicator, area and year
      eb.fn
        .coalesce(
          eb
            .selectFrom('work.user_account as n')
            .select('n.name')
            .where('n.id', '=', idBehind('user ')),
          eb
            .selectFrom('work.organisation as n')
            .select('n.code')
            .where('n.id', '=', idBehind('organisation ')),
          eb
            .selectFrom('work.observation as n')
            .select(named('n.indicator', 'n.area', 'n.year').as('name'))
            .where('n.id', '=', idBehind('')),
          eb.selectFrom('work.submission as n').select('n.number').where('n.id', '=', idBehind('')),
          eb
            .selectFrom('work.target_plan as n')
            .select(named('n.indicator', 'n.area').as('name'))
            .where('n.id', '=', idBehind('')),
        )
        .as('subjectName'),
      'e.area',
      'e.before',
      'e.after',
      'e.previous_hash as previousHash',
      'e.hash',
    ])
    .where((eb) => eb.and(conditions))
    .orderBy('e.number', 'desc')
    .limit(limit)
    .execute();
}

/** The operations that occur in the chain, found by jumping through the index from one to the next. */
export async function findOperations(em: EntityManager): Promise<string[]> {
  const rows = await db(em)
    .withRecursive('known(operation)', (q) =>
      q
        .selectFrom('work.audit_event')
        .select((eb) => eb.fn.min<string | null>('operation').as('operation'))
        .unionAll(
          q
            .selectFrom('known')
            .where('known.operation', 'is not', null)
            .select((eb) =>
              eb
                .selectFrom('work.audit_event as e')
                .select((inner) => inner.fn.min('e.operation').as('operation'))
                .whereRef('e.operation', '>', 'known.operation')
                .as('operation'),
            ),
        ),
    )
    .selectFrom('known')
    .select('operation')
    .where('operation', 'is not', null)
    .$narrowType<{ operation: NotNull }>()
    .orderBy('operation')
    .execute();
  return rows.map(({ operation }) => operation);
}
