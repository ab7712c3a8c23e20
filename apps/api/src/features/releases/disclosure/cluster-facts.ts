import type { EntityManager } from '@mikro-orm/postgresql';
import { type ClusterMember, type ClusterRelease, clustersOf, type HeldCount } from '@qadam/domain';
import { sql } from 'kysely';
import { by, countOf } from '../../../database/expressions.ts';
import { db } from '../../../database/db.ts';
import { type MeasuredIndicator, readIndicators } from '../../framework/shared-counts.ts';
import { stage } from '../stage.ts';
import { keyOf } from './cell-key.ts';
import { storedTables } from './released-counts.ts';
import { type GuardedCells, guardedIn } from './withdrawn-cells.ts';
import { isCount, rowsByRelease } from './published-table.ts';

/** The figures of a cluster member in one year, and how earlier releases treated them. */
export type MemberFacts = Pick<ClusterMember, 'cells' | 'previous' | 'withdrawn' | 'hiddenBefore'>;

/** Indicators whose counts are published together; each cluster has at least one sensitive indicator. */
export async function readClusters(em: EntityManager): Promise<MeasuredIndicator[][]> {
  return clustersOf(await readIndicators(em));
}

/** Indicators for which the candidate holds a figure. */
export async function filledIndicators(em: EntityManager): Promise<Set<string>> {
  const rows = await stage(em)
    .selectFrom('candidate_value')
    .select('indicator')
    .distinct()
    .where('value', 'is not', null)
    .execute();
  return new Set(rows.map(({ indicator }) => indicator));
}

/** The facts by year, for the years in which the candidate or an earlier release holds figures. */
export async function memberFacts(
  em: EntityManager,
  indicator: MeasuredIndicator,
  guarded: GuardedCells,
): Promise<Map<number, MemberFacts>> {
  const { code } = indicator;
  const cells = await candidateCells(em, indicator);
  const stored = await storedTables(em, code);
  const printed = await printedReleases(em, code);
  const years = new Set([...cells.keys(), ...stored.keys(), ...printed.keys()]);
  return new Map(
    [...years].map((year) => [
      year,
      {
        cells: cells.get(year) ?? [],
        previous: withPrinted(stored.get(year) ?? [], printed.get(year)?.shown ?? []),
        withdrawn: guardedIn(guarded, { indicator: code, year }),
        hiddenBefore: printed.get(year)?.hidden ?? [],
      },
    ]),
  );
}

type Releases = MemberFacts['previous'];

/**
 * For releases older than the first record of a table, the counts that they printed are taken as known. The same goes for a part of which a record
 * holds nothing: denominators from the time when only the counts of sensitive indicators were recorded, and counts from the time when a table with one
 * value that is no whole number was not planned.
 */
function withPrinted(stored: Releases, printed: Releases): Releases {
  const first = Number(stored[0]?.release ?? Infinity);
  const contents = (release: string) =>
    printed.findLast((one) => Number(one.release) <= Number(release))?.counts ?? [];
  const completed = stored.map((record) => {
    const recorded = new Set(record.counts.map(({ part }) => part));
    const others = contents(record.release).filter(({ part }) => !recorded.has(part));
    return { ...record, counts: [...record.counts, ...others] };
  });
  return [...printed.filter(({ release }) => Number(release) < first), ...completed];
}

/** The candidate's cells of the indicator, by year. */
async function candidateCells(em: EntityManager, indicator: MeasuredIndicator) {
  const rows = await stage(em)
    .selectFrom('candidate_value as v')
    .innerJoin('candidate_indicator as i', 'i.code', 'v.indicator')
    .select(['v.year', keyOf('v').as('key'), 'v.value', 'v.denominator'])
    .select(countOf('v', 'i.unit').as('count'))
    .where('v.indicator', '=', indicator.code)
    .where('v.value', 'is not', null)
    .$call(by('v.year', 'key'))
    .$narrowType<{ value: string }>()
    .execute();
  const people = await populations(em, indicator);
  const cells = rows.map((row) => ({ ...row, population: people(row.year, row.key) }));
  return Map.groupBy(cells, ({ year }) => year);
}

/**
 * A rate without its counts is weighed against the published population of the cell's sex and age. For a region, or for town and country, no
 * population is known here. A further breakdown divides the cases that are counted, not the population.
 */
async function populations(em: EntityManager, { denominatorOf }: MeasuredIndicator) {
  if (denominatorOf === null) return () => null;
  const rows = await stage(em)
    .selectFrom('work.denominator')
    .select([sql<string>`concat_ws('|', year, area, sex, age)`.as('people'), 'value'])
    .where('kind', '=', denominatorOf)
    .execute();
  const known = new Map(rows.map(({ people, value }) => [people, value]));
  return (year: number, key: string): string | null => {
    const [area = '', sex = '', age = '', urbanisation, region] = key.split('|');
    if (urbanisation !== '_T' || region !== '_T') return null;
    return known.get([year, area, sex, age].join('|')) ?? null;
  };
}

/** No threshold was recorded for such a release, so its decision never counts as made under the present one. */
const NONE = { base: 0, detailed: 0 };

/**
 * What releases print of an indicator, by year: the counts that they show, oldest first, which readers know whatever is recorded; and the keys that
 * any of them hides.
 */
async function printedReleases(em: EntityManager, code: string) {
  const years = Map.groupBy(await printedRows(em, code), ({ year }) => year);
  return new Map(
    [...years].map(([year, rows]) => {
      const hidden = new Set(rows.flatMap(({ key, hidden }) => (hidden ? [key] : [])));
      return [
        year,
        { shown: releasesOf(rows.filter((row) => !row.hidden)), hidden: [...hidden] },
      ] as const;
    }),
  );
}

const printedRows = (em: EntityManager, code: string) =>
  db(em)
    .selectFrom('publication.value as v')
    .innerJoin('work.indicator as i', 'i.code', 'v.indicator')
    .select(['v.year', keyOf('v').as('key'), 'v.from_release as from', 'v.until_release as until'])
    .select([countOf('v', 'i.unit').as('count'), 'v.denominator'])
    .select(sql<boolean>`v.value is null`.as('hidden'))
    .where('v.indicator', '=', code)
    .where(sql<boolean>`(v.value is not null or v.obs_status = 'Q')`)
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
