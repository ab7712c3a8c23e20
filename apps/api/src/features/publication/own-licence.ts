import { type RawBuilder, sql } from 'kysely';

/** The licence of values that the reporting bodies sent, and of the compilation as such (docs/data.md). */
export const OWN_LICENCE = 'CC BY 4.0';

/** The licence of a released row `v` with its source `s`; null where no source or body is named, as in a hidden cell. */
export const licenceOf = (v: string, s: string): RawBuilder<string | null> =>
  licenceUnder(
    s,
    sql`coalesce(${sql.ref(`${v}.body`)}, ${sql.ref(`${v}.source_text`)}) is not null`,
  );

/** Of a source `s`, or where there is none of the body itself; `own`: is a body or a document of it named? */
export const licenceUnder = (s: string, own: RawBuilder<boolean>): RawBuilder<string | null> =>
  sql`coalesce(${sql.ref(`${s}.licence`)}, case when ${own} then ${sql.lit(OWN_LICENCE)} end)`;
