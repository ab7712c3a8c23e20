import { type RawBuilder, sql } from 'kysely';

/** Is account `person` the one to whom `assignment` was given? Whoever left the country or was disabled is it no more. */
export const isAssignee = (person: string, assignment: string): RawBuilder<boolean> =>
  sql`(${sql.ref(`${person}.id`)} = ${sql.ref(`${assignment}.person`)}
    and ${sql.ref(`${person}.area`)} = ${sql.ref(`${assignment}.area`)}
    and ${sql.ref(`${person}.disabled_at`)} is null)`;
