import type { EntityManager } from '@mikro-orm/postgresql';
import { daysBetween, localTime, type LocalTime } from '@qadam/domain';
import { isOpenCycle } from '../cycles/open-cycle.ts';
import { isReturned, joinStanding } from '../observations/cell-sql.ts';
import type { Due } from '../outbox/notice.ts';

/** What an area owes for an open year, and what its own calendar and clock show. */
export interface Owing {
  due: Due;
  local: LocalTime;
}

type Row = Omit<Due, 'daysLeft'> & { timeZone: string };

/**
 * Every area with an open year and a value that nobody has submitted yet: never entered, a draft, or
 * returned, whole or in part. Whether a year is open and how many days are left is a matter of the area's own calendar.
 */
export async function readOwing(em: EntityManager, now: Date): Promise<Owing[]> {
  const rows = await em.execute<Row[]>(
    `select a.code as area, a.names as "areaNames", a.time_zone as "timeZone", c.year as cycle,
       c.due_on::text as "dueOn",
       count(*)::int as owed, count(*) filter (where ${isReturned('s')})::int as returned
     from work.assignment s
     join work.cycle c on c.year = s.cycle
     join work.area a on a.code = s.area
     join work.indicator i on i.code = s.indicator
     ${joinStanding({ area: 's.area', indicator: 's.indicator', year: 's.cycle' })}
     where ${isOpenCycle('c', 'a', '(?::timestamptz)')}
       and (o.id is null or o.state = 'DRAFT' or ${isReturned('s')})
     group by a.code, c.year order by c.year desc, a.position`,
    [now.toISOString(), now.toISOString()],
  );
  return rows.map(({ timeZone, ...row }) => {
    const local = localTime(now, timeZone);
    return { due: { ...row, daysLeft: daysBetween(local.day, row.dueOn) }, local };
  });
}
