import { type RawBuilder, sql } from 'kysely';
import { now } from '../../database/expressions.ts';

// Deadlines begin and end with the days of an area. Arguments are aliases of work.cycle and work.area.

/** The day in an area at an instant. */
export const dayIn = (area: string, at = now): RawBuilder<string> =>
  sql`(${at} at time zone ${sql.ref(`${area}.time_zone`)})::date`;

/** The calendar year in an area now. */
export const yearIn = (area: string): RawBuilder<number> =>
  sql`extract(year from now() at time zone ${sql.ref(`${area}.time_zone`)})::int`;

/** A cycle is over for an area: its last day has ended there, or an officer closed it before. */
export const isOverCycle = (
  cycle: string,
  area: string,
  at?: RawBuilder<Date>,
): RawBuilder<boolean> =>
  sql`(${sql.ref(`${cycle}.closed_at`)} is not null or ${dayIn(area, at)} > ${sql.ref(`${cycle}.closes_on`)})`;

/** A cycle is open for an area: it has begun and is not over. */
export const isOpenCycle = (
  cycle: string,
  area: string,
  at?: RawBuilder<Date>,
): RawBuilder<boolean> =>
  sql`(${dayIn(area, at)} >= ${sql.ref(`${cycle}.opens_on`)} and not ${isOverCycle(cycle, area, at)})`;
