import type { EntityManager } from '@mikro-orm/postgresql';
import type { ClusterRelease, HeldCount } from '@qadam/domain';
import { countOf } from '../../../database/cell-columns.ts';
import { KEY_OF } from './cell-key.ts';
import { isCount, type ReleasedRow, standingRows } from './standing-rows.ts';

interface Row extends ReleasedRow {
  year: number;
  key: string;
  count: string | null;
  denominator: string | null;
}

/** No threshold applied then, so such a table is never decided as before. */
const NONE = { base: 0, detailed: 0 };

/** What the releases print of the counts of an indicator, by year, oldest first: that much is known, whatever is on record. */
export async function printedReleases(
  em: EntityManager,
  code: string,
): Promise<Map<number, ClusterRelease[]>> {
  const rows = await em.execute<Row[]>(
    `select v.year, ${KEY_OF('v')} as key, v.from_release as "from", v.until_release as until,
       trim_scale(${countOf('v', 'i.unit')})::text as count,
       trim_scale(v.denominator)::text as denominator
     from publication.value v join work.indicator i on i.code = v.indicator
     where v.indicator = ? and v.value is not null order by v.year, key, v.from_release`,
    [code],
  );
  const years = Map.groupBy(rows, ({ year }) => year);
  return new Map([...years].map(([year, found]) => [year, releasesOf(found)]));
}

function releasesOf(rows: readonly Row[]): ClusterRelease[] {
  return standingRows(rows).map(({ release, standing }) => ({
    release,
    threshold: NONE,
    counts: standing.flatMap(printedCounts),
    withheld: [],
    told: [],
  }));
}

function printedCounts({ key, count, denominator }: Row): HeldCount[] {
  const printed = [
    { key, part: 'COUNT', value: count, hiding: null },
    { key, part: 'DENOMINATOR', value: denominator, hiding: null },
  ] as const;
  return printed.flatMap((one) => (isCount(one.value) ? [{ ...one, value: one.value }] : []));
}
