import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { leastAdvanced } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import { preparedRows } from '../../database/prepared.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { dayIn, isOpenCycle } from './calendar.ts';

/** Every cycle `c` as every area `a` sees it: its days begin and end in the area's own time zone. */
export const areaCycles = (em: EntityManager) =>
  db(em)
    .selectFrom('work.cycle as c')
    .innerJoin('work.area as a', (join) => join.onTrue())
    .select(['a.code as area', 'a.names as areaName', 'c.year as cycle'])
    .select(['c.opens_on as opensOn', 'c.due_on as dueOn'])
    .select(sql<number>`c.due_on - ${dayIn('a')}`.as('daysLeft'))
    .select(isOpenCycle('c', 'a').as('open'));

/** The same with each assigned indicator: its assignment `s`, and `o`, the least advanced of its values. */
export const assignedIndicators = (em: EntityManager) =>
  areaCycles(em)
    .innerJoin('work.assignment as s', (join) =>
      join.onRef('s.cycle', '=', 'c.year').onRef('s.area', '=', 'a.code'),
    )
    .innerJoin('work.indicator as i', 'i.code', 's.indicator')
    .leftJoinLateral(
      leastAdvanced({ area: 's.area', indicator: 's.indicator', year: 's.cycle' }).as('o'),
      (join) => join.onTrue(),
    );

/** The years that have a cycle. */
export async function cycleYears(em: EntityManager): Promise<Set<number>> {
  const cycles = await db(em).selectFrom('work.cycle').select('year').execute();
  return new Set(cycles.map(({ year }) => year));
}

@Injectable()
export class CycleReader {
  async get(em: EntityManager, area: string, cycle: number) {
    const found = areaCycles(em).where('c.year', '=', cycle).where('a.code', '=', area);
    const [row = null] = await preparedRows(em, found);
    return row;
  }

  /**
   * What frames the return of an area and a year: the area, the calendar if the year has a cycle, and the cycle with which
   * the return is submitted: the year's own, else a later open one, else the newest.
   */
  async ofReturn(em: EntityManager, area: string, year: number) {
    const asked = db(em)
      .selectFrom('work.area as a')
      .leftJoin('work.cycle as c', (join) => join.on('c.year', '=', year))
      .select(['a.names as areaName', 'a.second_signature as secondSignature'])
      .select(['c.year as cycle', 'c.opens_on as opensOn', 'c.due_on as dueOn'])
      .select(sql<number | null>`c.due_on - ${dayIn('a')}`.as('daysLeft'))
      .select(isOpenCycle('c', 'a').as('open'))
      .select((a) =>
        a
          .selectFrom('work.cycle as later')
          .select('later.year')
          .where('later.year', '>', year)
          .orderBy(isOpenCycle('later', 'a'), 'desc')
          .orderBy('later.year', 'desc')
          .limit(1)
          .as('later'),
      )
      .where('a.code', '=', area);
    const [found] = await preparedRows(em, asked);
    if (found === undefined) throw new ApiError('NOT_FOUND');
    const { open, later, ...facts } = found;
    const calendar = facts.cycle === null ? null : { open };
    return { ...facts, calendar, handedInWith: facts.cycle ?? later };
  }
}
