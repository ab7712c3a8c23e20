import { type AliasableExpression, expressionBuilder, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../database/tables.ts';

/** Is account `person` the one to whom `assignment` was given? Whoever left the country or was disabled is it no more. */
export const isAssignee = (person: string, assignment: string): RawBuilder<boolean> =>
  sql`(${sql.ref(`${person}.id`)} = ${sql.ref(`${assignment}.person`)}
    and ${sql.ref(`${person}.area`)} = ${sql.ref(`${assignment}.area`)}
    and ${sql.ref(`${person}.disabled_at`)} is null)`;

/** To whom the indicator of observation `o` was given in its year. */
export const ASSIGNEE_OF: AliasableExpression<string | null> = expressionBuilder<
  Tables & { o: Tables['work.observation'] },
  'o'
>()
  .selectFrom('work.assignment as ga')
  .innerJoin('work.user_account as gp', (join) => join.on(isAssignee('gp', 'ga')))
  .select('gp.id')
  .whereRef('ga.cycle', '=', 'o.year')
  .whereRef('ga.area', '=', 'o.area')
  .whereRef('ga.indicator', '=', 'o.indicator')
  .$asScalar();
