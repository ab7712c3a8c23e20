import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Role } from '@qadam/domain';
import { ApiError } from '../../graphql/api-error.ts';
import { instant, person } from '../../database/sql-text.ts';
import type { Person } from '../users/person.type.ts';
import type { AuditFilter } from './audit-filter.input.ts';
import { likeText } from '../audit/like-text.ts';

export interface AuditRow {
  number: string;
  at: string;
  actor: Person | null;
  role: Role | null;
  operation: string;
  subject: string;
  subjectName: string | null;
  area: string | null;
  before: object | null;
  after: object | null;
  previousHash: string;
  hash: string;
}

const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** The id that a subject names, by which an index finds it; null where it is none. */
const idIn = (prefix: string): string =>
  `case when e.subject ~ '^${prefix}${UUID}$' then right(e.subject, 36)::uuid end`;

/** What people call the subject: a person by name, a body by code, a cell by indicator, area and year. */
const SUBJECT_NAME = `coalesce(
    (select n.name from work.user_account n where n.id = ${idIn('user ')}),
    (select n.code from work.organisation n where n.id = ${idIn('organisation ')}),
    (select concat_ws(' · ', n.indicator, n.area, n.year) from work.observation n where n.id = ${idIn('')}),
    (select n.number from work.submission n where n.id = ${idIn('')}),
    (select concat_ws(' · ', n.indicator, n.area) from work.target_plan n where n.id = ${idIn('')}))`;

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

function day(text: string): string {
  const isDay = DAY.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
  if (!isDay) throw new ApiError('BAD_USER_INPUT', 'A day is written 2026-11-25.');
  return text;
}

/** A value, at any depth, that contains the text; the names of fields are not searched. */
const holds = (column: string): string =>
  `exists (select 1 from jsonb_path_query(${column}, 'strict $.**') found
     where jsonb_typeof(found) in ('string', 'number', 'boolean') and found #>> '{}' ilike ?)`;

/** Conditions and their parameters, in order. */
function conditions(filter: AuditFilter): { sql: string[]; params: string[] } {
  const sql: string[] = [];
  const params: string[] = [];
  const add = (asked: string | null | undefined, condition: string, read = (t: string) => t) => {
    const text = (asked ?? '').trim();
    if (text === '') return;
    sql.push(condition);
    const value = read(text);
    params.push(...Array.from(condition.matchAll(/\?/g), () => value));
  };
  add(filter.who, '(u.name ilike ? or u.email ilike ?)', likeText);
  add(filter.operation, 'e.operation = ?');
  add(filter.subject, 'e.subject ilike ?', likeText);
  add(filter.area, 'e.area = ?');
  add(filter.from, `e.at >= ?::date::timestamp at time zone 'UTC'`, day);
  add(filter.to, `e.at < (?::date + 1)::timestamp at time zone 'UTC'`, day);
  add(filter.value, `(${holds('e.before')} or ${holds('e.after')})`, likeText);
  return { sql, params };
}

@Injectable()
export class AuditReader {
  /** The newest first, from behind the event `after` on. */
  async find(
    em: EntityManager,
    filter: AuditFilter,
    after: string | null,
    limit: number,
  ): Promise<AuditRow[]> {
    const { sql, params } = conditions(filter);
    const behind = after === null ? [] : ['e.number < ?::bigint'];
    const where = [...behind, ...sql].join(' and ');
    return em.execute<AuditRow[]>(
      `select e.number::text, ${instant('e.at')} as at, ${person('u')} as actor, e.role, e.operation,
         e.subject, ${SUBJECT_NAME} as "subjectName", e.area, e.before, e.after, e.previous_hash as "previousHash", e.hash
       from work.audit_event e left join work.user_account u on u.id = e.actor
       ${where === '' ? '' : `where ${where}`}
       order by e.number desc limit ?`,
      [...(after === null ? [] : [after]), ...params, limit],
    );
  }

  /** Those that occur, found by jumping through the index from one to the next. */
  async operations(em: EntityManager): Promise<string[]> {
    const rows = await em.execute<{ operation: string }[]>(
      `with recursive known as (
         (select min(operation) as operation from work.audit_event)
         union all
         select (select min(e.operation) from work.audit_event e where e.operation > known.operation)
         from known where known.operation is not null)
       select operation from known where operation is not null order by operation`,
    );
    return rows.map(({ operation }) => operation);
  }
}
