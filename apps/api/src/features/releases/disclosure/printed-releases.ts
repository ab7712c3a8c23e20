import type { EntityManager } from '@mikro-orm/postgresql';
import type { ClusterRelease, HeldCount } from '@qadam/domain';
import { db } from '../../../database/db.ts';
import { by, countOf } from '../../../database/expressions.ts';
import { keyOf } from './cell-key.ts';
import { isCount, rowsByRelease } from './rows-by-release.ts';

/** No threshold applied then, so such a table is never decided as before. */
const NONE = { base: 0, detailed: 0 };

/** What the releases print of the counts of an indicator, by year, oldest first: that much is known, whatever is on record. */
export async function printedReleases(
  em: EntityManager,
  code: string,
): Promise<Map<number, ClusterRelease[]>> {
  const years = Map.groupBy(await printedRows(em, code), ({ year }) => year);
  return new Map([...years].map(([year, found]) => [year, releasesOf(found)]));
}

const printedRows = (em: EntityManager, code: string) =>
  db(em)
    .selectFrom('publication.value as v')
    .innerJoin('work.indicator as i', 'i.code', 'v.indicator')
    .select([
      'v.year',
      keyOf('v').as('key'),
      'v.from_release as from',
      'v.until_release as until',
      countOf('v', 'i.unit').as('count'),
      'v.denominator',
    ])
    .where('v.indicator', '=', code)
    .where('v.value', 'is not', null)
    .$call(by('v.year', 'key', 'v.from_release'))
    .execute();

type Row = Awaited<ReturnType<typeof printedRows>>[number];

function releasesOf(rows: readonly Row[]): ClusterRelease[] {
  return rowsByRelease(rows).map(({ release, released: cells }) => ({
    release,
    threshold: NONE,
    counts: cells.flatMap(printedCounts),
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
