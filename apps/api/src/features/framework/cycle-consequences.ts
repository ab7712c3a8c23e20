import type { EntityManager } from '@mikro-orm/postgresql';
import { type CycleCalendar, type CycleState, cycleStateOn, isMoved } from '@qadam/domain';
import { isOwed, leastAdvanced } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import type { Texts } from '../../graphql/local-text.type.ts';
import { dayIn } from '../cycles/calendar.ts';
import type { Reader } from '../outbox/notice.ts';
import { reporters } from '../outbox/readers.ts';

/** What a change of the calendar does to one area that reports in the cycle. */
export interface Consequence {
  area: string;
  areaNames: Texts;
  /** Indicators that nobody has submitted yet (`isOwed`). */
  owed: number;
  before: CycleState;
  after: CycleState;
  /** The people who get a mail. */
  readers: readonly Reader[];
}

/** The consequences for each area by its own calendar. Used both for the question before the change and for the mails after it. */
export async function consequencesOf(
  em: EntityManager,
  cycle: number,
  before: CycleCalendar,
  after: CycleCalendar,
): Promise<Consequence[]> {
  const areas = await db(em)
    .selectFrom('work.assignment as s')
    .innerJoin('work.area as a', 'a.code', 's.area')
    .innerJoin('work.indicator as i', 'i.code', 's.indicator')
    .leftJoinLateral(
      leastAdvanced({ area: 's.area', indicator: 's.indicator', year: 's.cycle' }).as('o'),
      (join) => join.onTrue(),
    )
    .select(['a.code as area', 'a.names as areaNames', dayIn('a').as('day')])
    .select(({ fn }) => fn.countAll<number>().filterWhere(isOwed('s', 'o')).as('owed'))
    .where('s.cycle', '=', cycle)
    .groupBy('a.code')
    .orderBy('a.position')
    .execute();
  const people = await reporters(
    em,
    areas.map(({ area }) => area),
  );
  return areas.map(({ day, ...area }) => ({
    ...area,
    before: cycleStateOn(before, day),
    after: cycleStateOn(after, day),
    readers: isMoved(before, after, day) ? (people.get(area.area) ?? []) : [],
  }));
}
