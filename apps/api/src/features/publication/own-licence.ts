import { type RawBuilder, sql } from 'kysely';

/** The licence of values that the reporting bodies sent, and of the compilation as such (docs/data.md). */
export const OWN_LICENCE = 'CC BY 4.0';

/** The licence of a source `s`, or where there is none of the body itself; `own`: is a body or a document of it named? Null where neither is, as in a hidden cell. */
export const licenceUnder = (s: string, own: RawBuilder<boolean>): RawBuilder<string | null> =>
  sql`coalesce(${sql.ref(`${s}.licence`)}, case when ${own} then ${sql.lit(OWN_LICENCE)} end)`;
