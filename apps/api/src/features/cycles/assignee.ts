import { type AliasableExpression, expressionBuilder, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../database/tables.ts';

/** Is account `person` the assignee of `assignment`? Not any more if the person has left the country or was disabled. */
export const isAssignee = (person: string, assignment: string): RawBuilder<boolean> =>
  sql`(${sql.ref(`${person}.id`)} = ${sql.ref(`${assignment}.person`)}
    and ${sql.ref(`${person}.area`)} = ${sql.ref(`${assignment}.area`)}
    and ${sql.ref(`${person}.disabled_at`)} is null)`;

/**
 * The person of `assignment` when it goes to an organisation: nobody, unless it is the one that has it already or the person's own. `organisation`:
 * its id, or the column that holds it.
 */
export const personStaying = (
  assignment: string,
  organisation: RawBuilder<string>,
): RawBuilder<string | null> =>
  sql`case when ${sql.ref(`${assignment}.organisation`)} = ${organisation} or exists (
    select from work.user_account k where k.id = ${sql.ref(`${assignment}.person`)} and k.organisation = ${organisation})
    then ${sql.ref(`${assignment}.person`)} end`;

/** The person that the indicator of observation `o` is assigned to in its year. */
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
