import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { WorkState } from '@qadam/domain';
import type { Texts } from '../../graphql/local-text.type.ts';
import { isPart, isTotal } from '../../database/cell-columns.ts';
import { joinStanding } from '../observations/cell-sql.ts';

/** One cell that somebody is to report; all days are calendar days of the area. */
export interface AssignedCell {
  area: string;
  areaName: Texts;
  indicator: string;
  indicatorName: Texts;
  due: string;
  day: string;
  observation: string | null;
  state: WorkState | null;
  /** Day of the first submission that was not taken back. */
  submittedOn: string | null;
}

/** When observation `o` was first handed in and not taken back. */
const FIRST_SUBMISSION = `(
  select min(u.submitted_at) as at from work.revision r join work.submission_revision x on x.revision = r.id
  join work.submission u on u.id = x.submission where r.observation = o.id and u.recalled_at is null)`;

@Injectable()
export class AssignmentReader {
  /** Cycles that have begun, the newest first. */
  async cycles(em: EntityManager): Promise<number[]> {
    const rows = await em.execute<{ year: number }[]>(
      `select year from work.cycle where opens_on <= now()::date order by year desc`,
    );
    return rows.map(({ year }) => year);
  }

  /** In the order of areas and indicators, in one statement. */
  async cells(em: EntityManager, cycle: number): Promise<AssignedCell[]> {
    return em.execute<AssignedCell[]>(
      `select a.code as area, a.names as "areaName", i.code as indicator, i.name as "indicatorName", c.due_on::text as due,
         (now() at time zone a.time_zone)::date::text as day, o.id as observation, o.state,
         (first.at at time zone a.time_zone)::date::text as "submittedOn"
       from work.assignment s join work.cycle c on c.year = s.cycle join work.area a on a.code = s.area
         join work.indicator i on i.code = s.indicator
         ${joinStanding({ area: 's.area', indicator: 's.indicator', year: 's.cycle' })}
         left join lateral ${FIRST_SUBMISSION} first on true
       where s.cycle = ? order by a.position, i.position`,
      [cycle],
    );
  }

  /**
   * Every cell of an area that somebody was to report or that holds something, in the order of indicators and years.
   * A year without a cycle is due with the end of the next one.
   */
  async cellsOfArea(em: EntityManager, area: string): Promise<(AssignedCell & { year: number })[]> {
    return em.execute<(AssignedCell & { year: number })[]>(
      `select a.code as area, a.names as "areaName", i.code as indicator, i.name as "indicatorName", k.year,
         coalesce(c.due_on, make_date(k.year + 1, 12, 31))::text as due,
         (now() at time zone a.time_zone)::date::text as day, o.id as observation, o.state,
         (first.at at time zone a.time_zone)::date::text as "submittedOn"
       from (
         select x.indicator, x.year from work.observation x join work.indicator i on i.code = x.indicator
         where x.area = ? and (${isTotal('x')} or (i.kind = 'MILESTONE' and ${isPart('x', 'breakdown')}))
         union
         select s.indicator, s.cycle from work.assignment s join work.cycle b on b.year = s.cycle
         where s.area = ? and b.opens_on <= now()::date) k
         join work.area a on a.code = ? join work.indicator i on i.code = k.indicator
         left join work.cycle c on c.year = k.year
         ${joinStanding({ area: 'a.code', indicator: 'k.indicator', year: 'k.year' })}
         left join lateral ${FIRST_SUBMISSION} first on true
       order by i.position, i.code, k.year`,
      [area, area, area],
    );
  }
}
