import type { EntityManager } from '@mikro-orm/postgresql';
import type { CountPart, StoredRelease } from '@qadam/domain';
import { sql } from 'kysely';
import { db } from '../../../database/db.ts';
import { by, CELL_COLUMNS, countOf, rowsAs } from '../../../database/expressions.ts';
import { keyOf } from './cell-key.ts';

/** One indicator and year over all releases, for disclosure control. */
export interface PublishedTable {
  /** Oldest first: true counts by cell key, and what each release hides. */
  releases: StoredRelease[];
  /** The same for its denominators, as far as they are recorded. */
  denominators: StoredRelease[];
  /** Keys of the cells that some release shows. */
  shown: string[];
  /** Is the number of people (or things) behind every shown figure a known whole number? */
  isCounted: boolean;
}

/** One indicator in one year. */
export interface TableName {
  indicator: string;
  year: number;
}

export const tableName = ({ indicator, year }: TableName): string => `${indicator} ${String(year)}`;

export async function publishedTable(em: EntityManager, table: TableName): Promise<PublishedTable> {
  return (await publishedTables(em, [table])).get(tableName(table)) ?? tableOf([]);
}

/** What the releases hold of these tables, by table name. The counts behind hidden cells come from the working side, and never leave it. */
export async function publishedTables(em: EntityManager, tables: readonly TableName[]) {
  const named = Map.groupBy(await publishedRows(em, tables), tableName);
  return new Map([...named].map(([name, found]) => [name, tableOf(found)]));
}

const publishedRows = (em: EntityManager, tables: readonly TableName[]) =>
  db(em)
    .selectFrom('publication.value as v')
    .innerJoin('work.indicator as i', 'i.code', 'v.indicator')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('work.withdrawn_row as w')
          .select('w.content')
          .where('w.relation', '=', 'value')
          .where(
            sql<boolean>`w.content @> jsonb_build_object(${sql.join(
              [...CELL_COLUMNS, 'from_release'].flatMap((column) => [
                sql.lit(column),
                sql.ref(`v.${column}`),
              ]),
            )})`,
          )
          .limit(1)
          .as('w'),
      (join) => join.onTrue(),
    )
    .select([
      ...(['v.indicator', 'v.year', 'v.from_release as from', 'v.until_release as until'] as const),
      keyOf('v').as('key'),
      sql<boolean>`v.value is not null`.as('shown'),
      sql<boolean>`v.numerator is not null or (i.unit = 'NUMBER' and v.value is not null)`.as(
        'countShown',
      ),
      sql<boolean>`v.denominator is not null`.as('denominatorShown'),
      // as of the release of the row, hidden or not; null if it is not recorded
      sql<string | null>`coalesce(${countOf('v', 'i.unit')}, ${onRecord(em, 'COUNT')},
        (w.content ->> 'numerator')::work.exact, case when i.unit = 'NUMBER' then (w.content ->> 'value')::work.exact end)`.as(
        'count',
      ),
      sql<string | null>`coalesce(v.denominator, ${onRecord(em, 'DENOMINATOR')},
        (w.content ->> 'denominator')::work.exact)`.as('denominator'),
    ])
    .where((eb) => {
      const asked = rowsAs('asked', { indicator: 'text', year: 'int' }, tables);
      const names = eb.selectFrom(asked).select(['indicator', 'year']);
      return eb(eb.refTuple('v.indicator', 'v.year'), 'in', names.$asTuple('indicator', 'year'));
    })
    .$call(by('key', 'v.from_release'))
    .execute();

type Row = Awaited<ReturnType<typeof publishedRows>>[number];

const onRecord = (em: EntityManager, part: CountPart) =>
  db(em)
    .selectFrom('work.released_count as c')
    .select('c.value')
    .where('c.indicator', '=', sql.ref<string>('v.indicator'))
    .where('c.year', '=', sql.ref<number>('v.year'))
    .where('c.key', '=', keyOf('v'))
    .where('c.part', '=', part)
    .where('c.release', '<=', sql.ref<number>('v.from_release'))
    .orderBy('c.release', 'desc')
    .limit(1);

function tableOf(rows: readonly Row[]): PublishedTable {
  const shown = rows.filter((row) => row.shown);
  return {
    releases: releasesOf(
      rows.map(({ count, countShown, ...row }) => ({ ...row, value: count, isShown: countShown })),
    ),
    denominators: releasesOf(
      rows.map((row) => ({ ...row, value: row.denominator, isShown: row.denominatorShown })),
    ),
    shown: [...new Set(shown.map(({ key }) => key))],
    isCounted: shown.every(({ count }) => isCount(count)),
  };
}

function releasesOf(
  rows: readonly (Pick<Row, 'key' | 'from' | 'until'> & {
    value: string | null;
    isShown: boolean;
  })[],
): StoredRelease[] {
  return rowsByRelease(rows).map(({ release, released: present }) => {
    const counted = present.filter(({ value }) => isCount(value));
    return {
      release,
      cells: Object.fromEntries(counted.map(({ key, value }) => [key, value])),
      hidden: counted.flatMap(({ key, isShown }) => (isShown ? [] : [key])),
    };
  });
}

/** The lifetime of a published row: the release it began in, and the one that replaced it. */
export interface ReleasedRow {
  from: number;
  until: number | null;
}

/** For each release in which a row began or ended, the rows that belong to it; oldest first. */
export function rowsByRelease<T extends ReleasedRow>(rows: readonly T[]) {
  const sequences = new Set(rows.flatMap(({ from, until }) => [from, until ?? from]));
  return [...sequences]
    .sort((a, b) => a - b)
    .map((sequence) => ({
      release: String(sequence),
      released: rows.filter(
        ({ from, until }) => from <= sequence && (until === null || until > sequence),
      ),
    }));
}

/** Is it a whole number, as the database writes one? */
export const isCount = (value: string | null): value is string =>
  value !== null && /^\d{1,15}$/.test(value);
