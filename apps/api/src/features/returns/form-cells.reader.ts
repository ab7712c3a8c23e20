import type { EntityManager } from '@mikro-orm/postgresql';
import { type Part, partKey, WHOLE, type WorkState } from '@qadam/domain';
import { sql } from 'kysely';
import { baselineYear, isCollected, isFilled } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import { exists, partAsJson } from '../../database/expressions.ts';
import { yearIn } from '../cycles/calendar.ts';
import { NO_PROOF, type Proof, proofColumns } from '../observations/provenance.ts';
import { type Said, SAID_WHERE_ASKED } from '../observations/question.reader.ts';
import { STORED_REVISION } from '../observations/stored-revision.ts';
import type { StoredRevision } from '../observations/work-revision.type.ts';

export interface CellRow extends Proof {
  id: string | null;
  state: WorkState | null;
  version: number;
  sample: boolean;
  /** It was published before: it is corrected. */
  published: boolean;
  /** Null too where everything was taken back. */
  current: StoredRevision | null;
  /** A reviewer has decided on it at some time. */
  reviewed: boolean;
  baselineYear: number | null;
  thisYear: number;
  returnReason: string | null;
  messages: number;
  /** What was written and decided, where a reviewer ever asked about it. */
  said: Said | null;
  /** It is to be reported. */
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
  reviewed: false,
  returnReason: null,
  messages: 0,
  said: null,
};

/** What the return of a year holds: what is assigned, and what was published for it and may be corrected. */
export async function listedIndicators(
  em: EntityManager,
  area: string,
  year: number,
): Promise<string[]> {
  const rows = await db(em)
    .selectFrom('work.assignment')
    .select('indicator')
    .where('area', '=', area)
    .where('cycle', '=', year)
    .union((eb) =>
      eb
        .selectFrom('work.observation as o')
        .innerJoin('work.indicator as i', 'i.code', 'o.indicator')
        .select('o.indicator')
        .where('o.area', '=', area)
        .where('o.year', '=', year)
        .where('o.published_revision', 'is not', null)
        .where(isCollected('o', 'i')),
    )
    .execute();
  return rows.map(({ indicator }) => indicator);
}

/** Wholes, and the parts of those that are collected by parts: in one statement. `organisation`: of the person who reports. */
export async function readCellRows(
  em: EntityManager,
  { area, year }: { area: string; year: number },
  codes: readonly string[],
  organisation: string | null,
): Promise<CellRows> {
  if (codes.length === 0) return new CellRows([]);
  const rows = await db(em)
    .selectFrom('work.indicator as i')
    .innerJoin('work.area as a', (join) => join.on('a.code', '=', area))
    .leftJoin('work.observation as o', (join) =>
      join
        .onRef('o.indicator', '=', 'i.code')
        .onRef('o.area', '=', 'a.code')
        .on('o.year', '=', year)
        .on(isCollected('o', 'i')),
    )
    .leftJoin('work.revision as r', 'r.id', 'o.current_revision')
    .leftJoin('work.user_account as u', 'u.id', 'r.author')
    .select(['i.code as indicator', 'o.id', 'o.state', yearIn('a').as('thisYear')])
    .select((eb) => [
      sql<Part | null>`case when o.id is not null then ${partAsJson('o')} end`.as('part'),
      eb.fn.coalesce('o.version', eb.lit(0)).as('version'),
      eb.fn.coalesce('o.sample', eb.lit(false)).as('sample'),
      sql<boolean>`o.published_revision is not null`.as('published'),
      eb.case().when(isFilled('o')).then(STORED_REVISION).end().as('current'),
      exists(
        eb.selectFrom('work.review as v').select('v.id').whereRef('v.observation', '=', 'o.id'),
      ).as('reviewed'),
      baselineYear(eb.ref('i.code'), eb.ref('a.code')).as('baselineYear'),
      eb
        .selectFrom('work.review as v')
        .select(
          sql<string | null>`case when v.decision = 'RETURNED' then v.reason end`.as('reason'),
        )
        .whereRef('v.observation', '=', 'o.id')
        .where('o.state', 'in', ['DRAFT', 'RETURNED'])
        .orderBy('v.created_at', 'desc')
        .limit(1)
        .as('returnReason'),
      eb
        .selectFrom('work.message as m')
        .select(({ fn }) => fn.countAll<number>().as('messages'))
        .whereRef('m.observation', '=', 'o.id')
        .$asScalar()
        .$notNull()
        .as('messages'),
      SAID_WHERE_ASKED.as('said'),
      exists(
        eb
          .selectFrom('work.assignment as s')
          .select('s.indicator')
          .where('s.cycle', '=', year)
          .whereRef('s.area', '=', 'a.code')
          .whereRef('s.indicator', '=', 'i.code'),
      ).as('assigned'),
    ])
    .select(proofColumns(organisation, { year, area: 'a.code', indicator: 'i.code' }))
    .where('i.code', 'in', codes)
    .execute();
  return new CellRows(rows);
}
