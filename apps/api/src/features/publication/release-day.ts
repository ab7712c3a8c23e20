import { type Expression, type RawBuilder, sql } from 'kysely';

/**
 * The day of a release is the date in Bishkek, where the day begins first among the countries: six hours before UTC all year. What happens in a
 * country has its date there (domain.md), so nothing in a release is dated later than the release itself.
 */
const FIRST_MORNING = 'Asia/Bishkek';

/** The day of a moment, YYYY-MM-DD. */
export const releaseDay = (moment: Expression<unknown>): RawBuilder<string> =>
  sql`to_char(${moment} at time zone ${sql.lit(FIRST_MORNING)}, 'YYYY-MM-DD')`;

const AHEAD_OF_UTC_MS = 6 * 3_600_000;

/** A moment as ISO 8601 for the public side: its first ten characters are its day. */
export const asReleaseTime = (at: Date): string =>
  new Date(at.getTime() + AHEAD_OF_UTC_MS).toISOString().replace(/\.\d+Z$/, '+06:00');

/** Was a release published by a moment? A moment without milliseconds means its whole second, because times of releases are written to the second. */
export const wasPublished = (at: Date, moment: Date): boolean =>
  at.getTime() - (moment.getMilliseconds() === 0 ? at.getMilliseconds() : 0) <= moment.getTime();
