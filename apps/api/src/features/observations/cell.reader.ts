import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { WorkState } from '@qadam/domain';
import { BASELINE_YEAR, REVISION_AS_JSON } from './observation-sql.ts';
import { isTotal } from './sql-text.ts';
import type { WorkRevision } from './work-revision.type.ts';

export interface CellRow {
  indicator: string;
  id: string | null;
  state: WorkState | null;
  version: number;
  sample: boolean;
  /** Opened again after it was published. */
  correcting: boolean;
  current: WorkRevision | null;
  baselineYear: number | null;
  thisYear: number;
  returnReason: string | null;
  messages: number;
}

@Injectable()
export class CellReader {
  async assigned(em: EntityManager, area: string, cycle: number): Promise<string[]> {
    const rows = await em.execute<{ indicator: string }[]>(
      `select indicator from work.assignment where area = ? and cycle = ?`,
      [area, cycle],
    );
    return rows.map(({ indicator }) => indicator);
  }

  /** The cells of one area and year by indicator; one that was never saved has no id. */
  async rows(
    em: EntityManager,
    area: string,
    year: number,
    codes: readonly string[],
  ): Promise<Map<string, CellRow>> {
    const rows = await em.execute<CellRow[]>(
      `select i.code as indicator, o.id, o.state, coalesce(o.version, 0) as version,
         coalesce(o.sample, false) as sample, o.published_revision is not null as correcting,
         ${REVISION_AS_JSON} as current, ${BASELINE_YEAR('i.code', 'a.code')} as "baselineYear",
         extract(year from now() at time zone a.time_zone)::int as "thisYear",
         case when o.state in ('DRAFT', 'RETURNED') then (
           select case when v.decision = 'RETURNED' then v.reason end from work.review v
           where v.observation = o.id order by v.created_at desc limit 1) end as "returnReason",
         (select count(*)::int from work.message m where m.observation = o.id) as messages
       from work.indicator i
       join work.area a on a.code = ?
       left join work.observation o on o.indicator = i.code and o.area = a.code and o.year = ?
         and ${isTotal('o')}
       left join work.revision r on r.id = o.current_revision
       left join work.user_account u on u.id = r.author
       where i.code in (?)`,
      [area, year, codes],
    );
    return new Map(rows.map((row) => [row.indicator, row]));
  }
}
