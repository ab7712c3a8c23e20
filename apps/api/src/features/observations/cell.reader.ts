import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Part, partKey, WHOLE, type WorkState } from '@qadam/domain';
import { BASELINE_YEAR, REVISION_AS_JSON } from './observation-sql.ts';
import { isCollected, isFilled } from './cell-sql.ts';
import { isTotal, partAsJson } from '../../database/cell-columns.ts';
import { NO_PROOF, type Proof, PROOF } from './provenance.ts';
import { type Said, SAID_WHERE_ASKED } from './question.reader.ts';
import type { StoredRevision } from './work-revision.type.ts';

export interface CellRow extends Proof {
  id: string | null;
  state: WorkState | null;
  version: number;
  sample: boolean;
  /** It was published before: it is corrected. */
  published: boolean;
  /** Null too where everything was taken back. */
  current: StoredRevision | null;
  /** Nobody has looked at it yet: it may be emptied. */
  clearable: boolean;
  baselineYear: number | null;
  thisYear: number;
  returnReason: string | null;
  messages: number;
  /** What was said and decided, where a reviewer ever asked about it. */
  said: Said | null;
  /** Somebody has to report it. */
  assigned: boolean;
}

interface Row extends CellRow {
  indicator: string;
  /** Null where nothing of the indicator was ever saved. */
  part: Part | null;
}

/** The cells of one area and year. One that was never saved is there all the same, without an id. */
export class CellRows {
  private readonly rows: ReadonlyMap<string, Row>;
  private readonly byIndicator: ReadonlyMap<string, Row>;

  constructor(rows: readonly Row[]) {
    this.rows = new Map(rows.map((row) => [`${row.indicator} ${partKey(row.part ?? WHOLE)}`, row]));
    this.byIndicator = new Map(rows.map((row) => [row.indicator, row]));
  }

  /** Null where there is no such indicator. */
  of(indicator: string, part: Part): CellRow | null {
    const known = this.rows.get(`${indicator} ${partKey(part)}`);
    if (known !== undefined) return known;
    const sibling = this.byIndicator.get(indicator);
    if (sibling === undefined) return null;
    const { baselineYear, thisYear, assigned, body } = sibling;
    return { ...UNSAVED, baselineYear, thisYear, assigned, body };
  }
}

const UNSAVED = {
  ...NO_PROOF,
  id: null,
  state: null,
  version: 0,
  sample: false,
  published: false,
  current: null,
  clearable: false,
  returnReason: null,
  messages: 0,
  said: null,
};

/** Observation `o` of indicator `i` in area `a`, which may not be there yet. */
const CELL = { observation: 'o', year: '?', area: 'a.code', indicator: 'i.code' };

@Injectable()
export class CellReader {
  /** What the return of a year holds: what is assigned, and what was published for it and may be corrected. */
  async listed(em: EntityManager, area: string, year: number): Promise<string[]> {
    const rows = await em.execute<{ indicator: string }[]>(
      `select indicator from work.assignment where area = ? and cycle = ?
       union
       select o.indicator from work.observation o join work.indicator i on i.code = o.indicator
       where o.area = ? and o.year = ? and o.published_revision is not null
         and (${isTotal('o')} or ${isCollected('o', 'i')})`,
      [area, year, area, year],
    );
    return rows.map(({ indicator }) => indicator);
  }

  /** Wholes, and the parts of those that are collected by parts: in one statement. */
  async rows(
    em: EntityManager,
    area: string,
    year: number,
    codes: readonly string[],
    organisation: string | null,
  ): Promise<CellRows> {
    const rows = await em.execute<Row[]>(
      `select i.code as indicator, case when o.id is not null then ${partAsJson('o')} end as part,
         o.id, o.state, coalesce(o.version, 0) as version,
         coalesce(o.sample, false) as sample, o.published_revision is not null as published,
         case when ${isFilled('o')} then ${REVISION_AS_JSON} end as current,
         ${IS_CLEARABLE} as clearable, ${BASELINE_YEAR('i.code', 'a.code')} as "baselineYear",
         extract(year from now() at time zone a.time_zone)::int as "thisYear",
         case when o.state in ('DRAFT', 'RETURNED') then (
           select case when v.decision = 'RETURNED' then v.reason end from work.review v
           where v.observation = o.id order by v.created_at desc limit 1) end as "returnReason",
         (select count(*)::int from work.message m where m.observation = o.id) as messages,
         ${SAID_WHERE_ASKED} as said,
         exists (select from work.assignment s where s.cycle = ? and s.area = a.code
           and s.indicator = i.code) as assigned,
         ${PROOF('?::uuid', CELL)}
       from work.indicator i
       join work.area a on a.code = ?
       left join work.observation o on o.indicator = i.code and o.area = a.code and o.year = ?
         and (${isTotal('o')} or ${isCollected('o', 'i')})
       left join work.revision r on r.id = o.current_revision
       left join work.user_account u on u.id = r.author
       where i.code in (?)`,
      [year, organisation, year, area, year, codes],
    );
    return new CellRows(rows);
  }

  /** May the saved cell be emptied? What a reviewer has seen is answered, not taken away. */
  async isClearable(em: EntityManager, observation: string): Promise<boolean> {
    const [row] = await em.execute<{ clearable: boolean }[]>(
      `select ${IS_CLEARABLE} as clearable from work.observation o where o.id = ?`,
      [observation],
    );
    return row?.clearable === true;
  }
}

const IS_CLEARABLE = `coalesce(o.state = 'DRAFT' and o.published_revision is null
  and not exists (select from work.review v where v.observation = o.id), false)`;
