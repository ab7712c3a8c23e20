import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { WITHDRAWN } from '@qadam/domain';
import { sql } from 'kysely';
import { standsIn } from '../publication/rows-as-of.ts';
import {
  LATER_COLUMNS,
  type PublicationTable,
  shapeOf,
  TABLE_NAMES,
} from './publication-tables.ts';
import { type AnyRow, anyStage } from './stage.ts';

/** Where the rows are read from: the staged candidate, the newest release as it stands after withdrawals, or a release as it was written. */
type Rows = 'CANDIDATE' | 'STANDING' | number;

/** For which rows later columns are hashed: for all, or only for those that began in this release. */
type LaterOf = 'ALL_ROWS' | number;

interface PartHash {
  name: PublicationTable;
  part: string;
  hash: string;
}

/**
 * sha256 over the public content of a release: for each table its name and the hash of its rows as canonical JSON, sorted by their bytes. A row
 * withdrawn for safety is hashed as it was written, from the record of its withdrawal. Only public columns are hashed, so the hash gives away nothing
 * that is hidden.
 */
export const contentHash = (em: EntityManager, rows: Rows): Promise<string> =>
  hashOf(em, rows, 'ALL_ROWS');

/**
 * The hash as an earlier version computes it, without the later columns: such a version may still publish for minutes after a later one has migrated
 * its database. It leaves those columns empty in the rows it adds, so a value in one of these rows was put there afterwards. Older rows are covered
 * by the hash of the release that added them.
 */
export const contentHashByEarlierVersion = (em: EntityManager, release: number): Promise<string> =>
  hashOf(em, release, release);

async function hashOf(em: EntityManager, rows: Rows, laterOf: LaterOf): Promise<string> {
  const hashes = sql.join(
    TABLE_NAMES.map((name) => partHashes(em, name, rows, laterOf)),
    sql` union all `,
  );
  const parts = await anyStage(em)
    .selectFrom(sql<PartHash>`(${hashes})`.as('hashes'))
    .selectAll()
    .orderBy(sql`part collate "C"`)
    .execute();
  const byTable = Map.groupBy(parts, ({ name }) => name);
  const hash = createHash('sha256');
  for (const name of TABLE_NAMES) {
    const lines = (byTable.get(name) ?? []).map((row) => `${row.part} ${row.hash}`);
    hash.update(`${name}\n${createHash('sha256').update(lines.join('\n')).digest('hex')}\n`);
  }
  return hash.digest('hex');
}

/** All hashes in one statement. Values are hashed by indicator, so that no text grows with the size of the release. */
function partHashes(em: EntityManager, name: PublicationTable, rows: Rows, laterOf: LaterOf) {
  const part = name === 'value' ? sql<string>`t.indicator` : sql<string>`''::text`;
  const from = rowsOf(em, name, rows);
  const lines = from.select([
    part.as('part'),
    sql<string>`${lineOf(em, name, laterOf)}::text`.as('line'),
  ]);
  return anyStage(em)
    .selectFrom(lines.as('lines'))
    .select([sql.lit(name).as('name'), 'part'])
    .select(
      sql<string>`encode(sha256(convert_to(string_agg(line, ${sql.lit('\n')} order by line collate "C"), 'UTF8')), 'hex')`.as(
        'hash',
      ),
    )
    .groupBy('part');
}

function rowsOf(em: EntityManager, name: PublicationTable, rows: Rows) {
  if (rows === 'CANDIDATE') return anyStage(em).selectFrom(`candidate_${name} as t`);
  if (rows === 'STANDING')
    return anyStage(em).selectFrom(`publication.${name} as t`).where('t.until_release', 'is', null);
  return anyStage(em)
    .selectFrom(asWritten(em, name, rows).as('t'))
    .where(standsIn('t', rows));
}

/** A later column is hashed with its name, and only if it has a value: so earlier releases keep their hashes. */
function lineOf(em: EntityManager, name: PublicationTable, laterOf: LaterOf) {
  const ref = (column: string) => sql.ref(`t.${column}`);
  const later = name === 'indicator' ? LATER_COLUMNS : [];
  const first = shapeOf(em, name).columns.filter((column) => !later.includes(column));
  // json and jsonb give the same text, except for arrays, which only an indicator has; json takes PostgreSQL a third less time
  if (later.length === 0) return sql`json_build_array(${sql.join(first.map(ref))})`;
  const line = sql`jsonb_build_array(${sql.join(first.map(ref))})`;
  const named = sql.join(later.flatMap((column) => [sql.lit(column), ref(column)]));
  const said = sql`coalesce(nullif(jsonb_strip_nulls(jsonb_build_object(${named})), '{}'), '[]')`;
  if (laterOf === 'ALL_ROWS') return sql`(${line} || ${said})`;
  return sql`(${line} || case when ${ref('from_release')} = ${laterOf} then ${said} else '[]'::jsonb end)`;
}

/** The rows as they were written: in releases before a withdrawal, the recorded row replaces the tombstone, or fills the place of a removed row. */
function asWritten(em: EntityManager, name: PublicationTable, release: number) {
  const { key, columns } = shapeOf(em, name);
  const published = anyStage(em)
    .selectFrom(`publication.${name} as p`)
    .select(columns.map((column) => `p.${column}`))
    .select(['p.from_release', 'p.until_release']);
  if (!isWithdrawable(name)) return published;
  const recorded = anyStage(em)
    .selectFrom('work.withdrawn_row as w')
    .where('w.relation', '=', name)
    .where('w.last_release', '>=', release);
  const id = sql.join(
    [...key, 'from_release'].flatMap((column) => [sql.lit(column), sql.ref(`p.${column}`)]),
  );
  const isIt = sql<boolean>`w.content @> jsonb_build_object(${id})`;
  return published.where(sql<boolean>`not exists ${recorded.where(isIt)}`).unionAll(
    recorded
      .innerJoinLateral(
        sql<AnyRow>`jsonb_populate_record(null::${sql.table(`publication.${name}`)}, w.content)`.as(
          'o',
        ),
        (join) => join.onTrue(),
      )
      .select(columns.map((column) => `o.${column}`))
      .select(['o.from_release', 'o.until_release']),
  );
}

const isWithdrawable = (name: PublicationTable): name is keyof typeof WITHDRAWN =>
  name in WITHDRAWN;
