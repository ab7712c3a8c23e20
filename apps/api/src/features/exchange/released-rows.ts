import { BREAKDOWN_DIMENSIONS } from '@qadam/domain';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isTotal } from '../../database/cell-columns.ts';
import { standing } from '../publication/standing.ts';
import type { ReleasedRow } from './released-row.ts';
import { CODES, codes, filterSql, type RowFilter } from './row-filter.ts';

/** Rows of a statement: a few hundred kilobytes, so that the largest file needs no more memory than a small one. */
const PAGE = 2000;

/** After the indicator; with it, the key of a cell and the first columns of the table's index. */
const REST_OF_KEY = ['area', 'year', ...BREAKDOWN_DIMENSIONS] as const;
const columns = (alias: string) => REST_OF_KEY.map((name) => `${alias}.${name}`).join(', ');

/** The row of an element of a law that its level was read from: "nothing changed" repeats a date in a later year. */
const NEWEST_FACT = `a.detail->'elements' @> jsonb_build_array(jsonb_build_object('code', v.breakdown, 'date', v.fact_date))
  and not exists (select from ${standing('value')} n where n.indicator = v.indicator and n.area = v.area
    and n.breakdown = v.breakdown and n.year > v.year and n.fact_date is not null)`;

const SELECT = `with at as (select ?::int as release)
  select v.indicator, ${columns('v')}, trim_scale(v.value)::text as value, trim_scale(v.numerator)::text as numerator,
    trim_scale(v.denominator)::text as denominator, v.obs_status as "obsStatus",
    case v.obs_status when 'Q' then 'C' else 'F' end as "confStatus", v.missing_reason as "missingReason",
    v.fact_date as "factDate", v.provision, v.basis,
    trim_scale(a.level)::text as level, trim_scale(a.low)::text as "levelLow", trim_scale(a.high)::text as "levelHigh", a.word, a.movement,
    a.status, trim_scale(a.progress)::text as progress, trim_scale(a.pace)::text as pace,
    v.source, v.source_text as "sourceText", v.body, v.period, v.via, v.note, v.submitted_on::text as "submittedOn", v.approved_on::text as "approvedOn",
    v.revision, r.number as since, v.from_release as "sinceSequence"
  from ${standing('value')} v
    join publication.release r on r.sequence = v.from_release
    left join ${standing('assessment')} a on a.kind = 'INDICATOR' and a.subject = v.indicator and a.area = v.area
      and v.obs_status <> 'Q' and case when v.fact_date is null then a.latest_year = v.year and ${isTotal('v')} else ${NEWEST_FACT} end`;

/** How many rows a filter leaves of an indicator, in the order in which the rows are wanted. */
export interface RowCount {
  indicator: string;
  rows: number;
}

/**
 * The rows of a release, indicator by indicator in the order of `counts`, then by area, year and breakdown. Read in pages by
 * the key of the last row: no cursor is held open and no transaction waits while a slow reader takes what was read. What
 * stands in a release does not change, so the pages fit together.
 */
export async function* releasedRows(
  em: EntityManager,
  release: number,
  filter: RowFilter,
  counts: readonly RowCount[],
  size = PAGE,
): AsyncGenerator<ReleasedRow[]> {
  const { where, parameters } = filterSql(filter);
  for (const together of packs(counts, size)) {
    const asked = codes(together);
    let last: ReleasedRow | undefined;
    for (;;) {
      const after: string = last
        ? `and (${columns('v')}) > (${REST_OF_KEY.map(() => '?').join(', ')})`
        : '';
      const page: ReleasedRow[] = await em.execute<ReleasedRow[]>(
        `${SELECT} where v.indicator = any(${CODES})${where} ${after}
         order by array_position(${CODES}, v.indicator), ${columns('v')} limit ${String(size)}`,
        [release, asked, ...parameters, ...(last ? keyOf(last) : []), asked],
      );
      if (page.length > 0) yield page;
      if (page.length < size) break;
      last = page.at(-1);
    }
  }
}

function keyOf(row: ReleasedRow): (string | number)[] {
  return REST_OF_KEY.map((name) => row[name]);
}

/** Small indicators share a statement; one that has more rows than a page is read alone, page after page. */
function packs(counts: readonly RowCount[], size: number): string[][] {
  const made: string[][] = [];
  let room = 0;
  for (const { indicator, rows } of counts) {
    if (rows < room) made.at(-1)?.push(indicator);
    else {
      made.push([indicator]);
      room = size;
    }
    room -= rows;
  }
  return made;
}
