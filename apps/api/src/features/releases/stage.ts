import type { EntityManager } from '@mikro-orm/postgresql';
import type { Part } from '@qadam/domain';
import {
  type AliasableExpression,
  type AliasedExpression,
  type Expression,
  type Kysely,
  type RawBuilder,
  type Selectable,
  sql,
  type SqlBool,
} from 'kysely';
import { allRows, type Rows } from '../../assessments/facts.ts';
import { preferSets } from '../../database/planning.ts';
import type { PublicTables, Tables } from '../../database/tables.ts';
import { type PublicationTable, shapeOf, TABLE_NAMES } from './publication-tables.ts';

type Cell = Part & { indicator: string; area: string; year: number };

export interface Guarded {
  cluster: number;
  code: string;
  unit: string;
  sensitive: boolean;
  threshold: number;
}

/** Temporary tables that building a release needs besides the candidate itself. */
interface Kept {
  /** The revision from which each value of the candidate comes; fresh: approved, and not yet published. */
  candidate_origin: Cell & { observation: string; revision: string; fresh: boolean };
  /** Values that would point to a shelter, and those that stay inside with them, because they would lead to them by subtraction. */
  candidate_beside_shelter: { indicator: string; area: string; year: number };
  /** Approved values that this release publishes; those of held tables and withheld faces wait. */
  released_value: { observation: string; revision: string; area: string };
  held_table: { indicator: string; year: number };
  /** Rates whose counts are hidden. */
  partless_value: { indicator: string; year: number; key: string };
  /** Places where something is hidden; partless: only the counts of a rate. */
  hidden_place: { indicator: string; area: string; year: number; partless: boolean };
  /** Sensitive indicators and those that share counts with them. */
  guarded_indicator: Guarded;
  /** The places of each document that is marked public. */
  document_place: Cell & { evidence: string; released: boolean };
  /** Documents that stay inside, and why. */
  document_inside: { id: string; why: string };
}

type Row<Name extends PublicationTable> = Omit<
  PublicTables[`publication.${Name}`],
  'from_release' | 'until_release'
>;

type Candidate = { [Name in PublicationTable as `candidate_${Name}`]: Row<Name> };

export interface Stage extends Tables, Candidate, Kept {}

/**
 * A candidate release is staged in temporary tables of the transaction, `candidate_<table>`, so that it is compared, hashed and written in sets,
 * however many values it has. The tables vanish with the transaction.
 */
export const stage = (em: EntityManager): Kysely<Stage> => em.getKysely<Stage>();

/** Tables for which a release copies the columns of the working table unchanged. */
export type CopiedTable =
  | 'area'
  | 'action'
  | 'indicator'
  | 'action_indicator'
  | 'benchmark'
  | 'series_break'
  | 'event'
  | 'alternative'
  | 'source';

export type AnyRow = Record<string, unknown> & {
  from_release: number;
  until_release: number | null;
};

type AnyTable = Record<
  `${'publication.' | 'candidate_'}${PublicationTable}` | `work.${CopiedTable}`,
  AnyRow
>;

interface AnyStage extends AnyTable, Kept, Pick<Tables, 'work.withdrawn_row'> {}

/** The tables of a release and of its candidate, for code that treats all of them alike. */
export const anyStage = (em: EntityManager): Kysely<AnyStage> => em.getKysely<AnyStage>();

export async function createStage(em: EntityManager): Promise<void> {
  await preferSets(em);
  for (const name of TABLE_NAMES)
    await createTemporary(
      em,
      `candidate_${name}`,
      anyStage(em)
        .selectFrom(`publication.${name}`)
        .select(shapeOf(em, name).columns)
        .where(sql.lit(false)),
    );
}

/** Fills a table of the candidate with the rows of a query. */
export async function fill<Name extends PublicationTable>(
  em: EntityManager,
  name: Name,
  rows: AliasableExpression<Selectable<Row<Name>>>,
): Promise<void> {
  const { columns } = shapeOf(em, name);
  const found: AliasedExpression<Record<string, unknown>, 'found'> = rows.as('found');
  await anyStage(em)
    .insertInto(`candidate_${name}`)
    .columns(columns)
    .expression(anyStage(em).selectFrom(found).select(columns))
    .execute();
}

/** The rows of a table in the candidate or in the newest release. */
export const rowsOf = <Name extends PublicationTable>(
  side: 'CANDIDATE' | 'STANDING',
  name: Name,
): RawBuilder<Selectable<Row<Name>>> =>
  side === 'CANDIDATE'
    ? sql`${sql.table(`candidate_${name}`)}`
    : sql`(select * from ${sql.table(`publication.${name}`)} where until_release is null)`;

/** The tables that levels and changes are computed from, on one of the two sides. */
export const rowsOn = (side: 'CANDIDATE' | 'STANDING'): Rows =>
  allRows((table) => rowsOf(side, table));

/** Is there a row for which all conditions hold? `table` includes an alias. */
export function some(
  table: `${keyof Stage} as ${string}`,
  ...conditions: readonly Expression<SqlBool>[]
): RawBuilder<boolean> {
  const [name = '', alias = ''] = table.split(' as ');
  const all = sql.join(conditions, sql` and `);
  return sql`exists (select from ${sql.table(name)} as ${sql.ref(alias)} where ${all})`;
}

/** Is there no such row? */
export const none = (...asked: Parameters<typeof some>): RawBuilder<boolean> =>
  sql`not ${some(...asked)}`;

/** Keeps the rows of a query for the rest of the transaction. */
export const keep = <Name extends keyof Kept>(
  em: EntityManager,
  name: Name,
  rows: Expression<Kept[Name]>,
): Promise<void> => createTemporary(em, name, rows);

async function createTemporary(em: EntityManager, name: string, rows: Expression<unknown>) {
  await stage(em).schema.createTable(name).temporary().onCommit('drop').as(rows).execute();
}
