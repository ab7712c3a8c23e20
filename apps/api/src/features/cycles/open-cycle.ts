/** The day in area `area` (an alias of work.area) at an instant: deadlines begin and end there. SQL, as all of these. */
const dayIn = (area: string, at = 'now()'): string =>
  `(${at} at time zone ${area}.time_zone)::date`;

/** Cycle `cycle` is over for an area: its last day has ended there, or an officer closed it before. */
export const isOverCycle = (cycle: string, area: string, at?: string): string =>
  `(${cycle}.closed_at is not null or ${dayIn(area, at)} > ${cycle}.closes_on)`;

/** It is open: begun, and not over. */
export const isOpenCycle = (cycle: string, area: string, at?: string): string =>
  `(${dayIn(area, at)} >= ${cycle}.opens_on and not ${isOverCycle(cycle, area, at)})`;
