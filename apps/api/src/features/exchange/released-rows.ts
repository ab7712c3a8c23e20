import { BREAKDOWN_DIMENSIONS } from '@qadam/domain';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type InferResult, type RawBuilder, sql } from 'kysely';
import { publicDb } from '../../database/db.ts';
import { anyText, cellOf, isTotal } from '../../database/expressions.ts';
import { rowsAsOf } from '../publication/rows-as-of.ts';
import { passes, type RowFilter } from './row-filter.ts';

/** How many rows are read by one SQL statement. With more, V8 would move them into its old heap before they are garbage (decision 0088). */
const PAGE = 1000;
/**
 * How many rows are handed on at a time. Most formats make one text of these. A longer text, and everything kept while it is made, would be
 * moved into V8's old heap and wait there to be collected.
 */
export const TOGETHER = 50;

/** The columns of a cell's key after the indicator. With it, they are the first columns of the table's index. */
const REST_OF_KEY = ['area', 'year', ...BREAKDOWN_DIMENSIONS] as const;
const KEY = sql.join(REST_OF_KEY.map((name) => sql.ref(`v.${name}`)));

/** Was the level of an element of a law read from this row? "Nothing changed" repeats a date in a later year: only the newest row counts. */
const isNewestFact = (at: number): RawBuilder<boolean> =>
  sql`(a.detail -> 'elements' @> jsonb_build_array(jsonb_build_object('code', v.breakdown, 'date', v.fact_date))
    and not exists (select from ${rowsAsOf('value', at)} n where n.indicator = v.indicator and n.area = v.area
      and n.breakdown = v.breakdown and n.year > v.year and n.fact_date is not null))`;

/**
 * Reads only what the public tables hold. A hidden cell (obsStatus Q) has its key, and null in everything that could reveal
 * its value. An assessment is given with the rows it was made from: for a number its latest figure that is not broken down,
 * for a law the newest fact of each element. Of SDMX CL_CONF_STATUS two values are used: free, and confidential without
 * saying why (methods.md 2.2).
 */
const rowsOf = (em: EntityManager, at: number) =>
  publicDb(em)
    .selectFrom(rowsAsOf('value', at).as('v'))
    .innerJoin('publication.release as r', 'r.sequence', 'v.from_release')
    .leftJoin(rowsAsOf('assessment', at).as('a'), (on) =>
      on
        .onRef('a.subject', '=', 'v.indicator')
        .onRef('a.area', '=', 'v.area')
        .on('a.kind', '=', 'INDICATOR')
        .on('v.obs_status', '<>', 'Q')
        .on(
          sql<boolean>`case when v.fact_date is null then a.latest_year = v.year and ${isTotal('v')}
            else ${isNewestFact(at)} end`,
        ),
    )
    .select(cellOf('v'))
    .select(['v.value', 'v.numerator', 'v.denominator', 'v.obs_status as obsStatus'])
    .select(sql<'F' | 'C'>`case v.obs_status when 'Q' then 'C' else 'F' end`.as('confStatus'))
    .select(['v.missing_reason as missingReason', 'v.fact_date as factDate', 'v.provision'])
    .select(['v.basis', 'a.level', 'a.low as levelLow', 'a.high as levelHigh', 'a.word'])
    .select(['a.movement', 'a.status', 'a.progress', 'a.pace', 'v.source', 'v.body', 'v.period'])
    .select(['v.source_text as sourceText', 'v.via', 'v.note', 'v.submitted_on as submittedOn'])
    .select(['v.approved_on as approvedOn', 'v.revision', 'r.number as since'])
    .select('v.from_release as sinceSequence');

/**
 * One cell of a release, in the form that every export format takes. `source` is null if the reporting body itself is the
 * source, and `sourceText` is the document that the body names. `period`: what the figure covers if that is not its whole
 * year. `since`: the release since which the cell is unchanged. What the codes mean is in release-contents.ts.
 */
export type ReleasedRow = InferResult<ReturnType<typeof rowsOf>>[number];

/** How many rows of an indicator pass a filter. A list of these is in the order in which the rows are wanted. */
export interface RowCount {
  code: string;
  rows: number;
}

/**
 * The rows of a release, indicator by indicator in the order of `counts`, then by area, year and breakdown. Read in pages by
 * the key of the last row: no cursor is held open and no transaction waits while a slow reader takes what was read. The
 * rows of a release never change, so the pages fit together.
 */
export async function* releasedRows(
  em: EntityManager,
  release: number,
  filter: RowFilter,
  counts: readonly RowCount[],
  size = PAGE,
): AsyncGenerator<ReleasedRow[]> {
  for (const together of packs(counts, size)) {
    const [alone = ''] = together;
    const rows = rowsOf(em, release).where(passes(filter)).limit(size);
    // a single indicator is read in the order of the table's key, so that its rows are not all sorted again for each page
    const wanted =
      together.length === 1
        ? rows.where('v.indicator', '=', alone).orderBy(KEY)
        : rows
            .where('v.indicator', '=', anyText(together))
            .orderBy(sql`array_position(${together}::text[], v.indicator)`)
            .orderBy(KEY);
    let last: ReleasedRow | undefined;
    for (;;) {
      const page: ReleasedRow[] = await (last ? wanted.where(isAfter(last)) : wanted).execute();
      const isLast = page.length < size;
      last = page.at(-1);
      while (page.length > 0) yield page.splice(0, TOGETHER);
      if (isLast) break;
    }
  }
}

const isAfter = (row: ReleasedRow): RawBuilder<boolean> =>
  sql`(${KEY}) > (${sql.join(REST_OF_KEY.map((name) => row[name]))})`;

/** Small indicators share a statement; one that has more rows than a page is read alone, page after page. */
function packs(counts: readonly RowCount[], size: number): string[][] {
  const made: string[][] = [];
  let room = 0;
  for (const { code, rows } of counts) {
    if (rows === 0) continue;
    if (rows < room) made.at(-1)?.push(code);
    else {
      made.push([code]);
      room = size;
    }
    room -= rows;
  }
  return made;
}
