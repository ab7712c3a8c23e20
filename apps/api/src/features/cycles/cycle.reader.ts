import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Texts } from '../../graphql/local-text.type.ts';
import { isFilled, isReturned, joinStanding } from '../observations/cell-sql.ts';
import { dayIn, isOpenCycle } from './open-cycle.ts';

/** A reporting year as one area sees it: its days begin and end in the area's own time zone. */
export interface AreaCycle {
  area: string;
  areaName: Texts;
  cycle: number;
  opensOn: string;
  dueOn: string;
  daysLeft: number;
  open: boolean;
}

export interface CycleProgress extends AreaCycle {
  assigned: number;
  filled: number;
  submitted: number;
  returned: number;
  approved: number;
}

/** Of cycle c for area a. */
const OPEN = isOpenCycle('c', 'a');

const COLUMNS = `a.code as area, a.names as "areaName", c.year as cycle, c.opens_on::text as "opensOn",
  c.due_on::text as "dueOn", c.due_on - ${dayIn('a')} as "daysLeft",
  ${OPEN} as open`;

@Injectable()
export class CycleReader {
  async get(em: EntityManager, area: string, cycle: number): Promise<AreaCycle | null> {
    const [row] = await em.execute<AreaCycle[]>(
      `select ${COLUMNS} from work.cycle c, work.area a where c.year = ? and a.code = ?`,
      [cycle, area],
    );
    return row ?? null;
  }

  /** Of a year without a cycle: the area's name, and the cycle whose return takes corrections, an open one, else the newest. */
  async elsewhere(
    em: EntityManager,
    area: string,
    year: number,
  ): Promise<{ areaName: Texts; handedInWith: number | null } | null> {
    const [row] = await em.execute<{ areaName: Texts; handedInWith: number | null }[]>(
      `select a.names as "areaName", (select c.year from work.cycle c where c.year > ?
         order by ${OPEN} desc, c.year desc limit 1) as "handedInWith"
       from work.area a where a.code = ?`,
      [year, area],
    );
    return row ?? null;
  }

  /**
   * How far every area is with its open cycles, in one statement; of one area, where it is named. Counted are indicators,
   * as they are asked for: by their totals, and as returned where any part of them is.
   */
  async progress(em: EntityManager, area: string | null): Promise<CycleProgress[]> {
    return em.execute<CycleProgress[]>(
      `select ${COLUMNS}, count(*)::int as assigned, count(*) filter (where ${isFilled('o')})::int as filled,
         count(*) filter (where o.state = 'SUBMITTED')::int as submitted,
         count(*) filter (where ${isReturned('s')})::int as returned,
         count(*) filter (where o.state in ('APPROVED', 'PUBLISHED'))::int as approved
       from work.assignment s
       join work.cycle c on c.year = s.cycle
       join work.area a on a.code = s.area
       join work.indicator i on i.code = s.indicator
       ${joinStanding({ area: 's.area', indicator: 's.indicator', year: 's.cycle' })}
       where ${OPEN} and (?::text is null or a.code = ?)
       group by a.code, c.year order by c.year desc, a.position`,
      [area, area],
    );
  }
}
