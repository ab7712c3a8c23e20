import type { EntityManager } from '@mikro-orm/postgresql';
import { daysBetween, localTime, type LocalTime, nudgeWait } from '@qadam/domain';
import { sql } from 'kysely';
import { isOwed, isReturned, leastAdvanced } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import { inAreas } from '../../database/expressions.ts';
import type { Language } from '../../graphql/enums.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import { isOpenCycle } from '../cycles/calendar.ts';
import type { Due } from '../outbox/notice.ts';
import type { OutstandingReturn } from './outstanding-return.type.ts';
import { reporters } from '../outbox/readers.ts';

/** What an area owes for an open year, with the area's local day and time. */
export interface Outstanding {
  due: Due;
  local: LocalTime;
}

/**
 * The areas, all or those given, that owe something for an open year. Whether a year is open and how many days are left depends on the area's own
 * calendar.
 */
export async function readOutstanding(
  em: EntityManager,
  now: Date,
  within: readonly string[] | null = null,
): Promise<Outstanding[]> {
  const rows = await db(em)
    .selectFrom('work.assignment as s')
    .innerJoin('work.cycle as c', 'c.year', 's.cycle')
    .innerJoin('work.area as a', 'a.code', 's.area')
    .innerJoin('work.indicator as i', 'i.code', 's.indicator')
    .leftJoinLateral(
      leastAdvanced({ area: 's.area', indicator: 's.indicator', year: 's.cycle' }).as('o'),
      (join) => join.onTrue(),
    )
    .select((eb) => [
      ...(['a.code as area', 'a.names as areaNames', 'a.time_zone as timeZone'] as const),
      ...(['c.year as cycle', 'c.due_on as dueOn'] as const),
      eb.fn.countAll<number>().as('owed'),
      eb.fn.countAll<number>().filterWhere(isReturned('s')).as('returned'),
    ])
    .where(isOpenCycle('c', 'a', sql`${now}::timestamptz`))
    .where(isOwed('s', 'o'))
    .where(inAreas('a.code', within))
    .groupBy(['a.code', 'c.year'])
    .orderBy('c.year', 'desc')
    .orderBy('a.position')
    .execute();
  return rows.map(({ timeZone, ...row }) => {
    const local = localTime(now, timeZone);
    return { due: { ...row, daysLeft: daysBetween(local.day, row.dueOn) }, local };
  });
}

/** What all or some areas owe, and when an officer last reminded them; late ones first. Three SQL statements for any number of areas. */
export async function owingAreas(
  em: EntityManager,
  lang: Language,
  now: Date,
  within: readonly string[] | null,
): Promise<OutstandingReturn[]> {
  const outstanding = await readOutstanding(em, now, within);
  const areas = outstanding.map(({ due }) => due.area);
  const readers = await reporters(em, areas);
  const nudges = await db(em)
    .selectFrom('work.nudge')
    .select((eb) => ['area', 'cycle', eb.fn.max('nudged_at').as('at')])
    .groupBy(['area', 'cycle'])
    .execute();
  return outstanding
    .map(({ due: { areaNames, ...due } }) => {
      const nudge = nudges.find(({ area, cycle }) => area === due.area && cycle === due.cycle);
      const last = nudge?.at ?? null;
      const wait = nudgeWait(last, now);
      return {
        ...due,
        areaName: pickText(areaNames, lang),
        reporters: readers.get(due.area)?.length ?? 0,
        remindedAt: last?.toISOString() ?? null,
        remindableFrom: wait > 0 ? new Date(now.getTime() + wait).toISOString() : null,
      };
    })
    .sort((a, b) => a.daysLeft - b.daysLeft);
}
