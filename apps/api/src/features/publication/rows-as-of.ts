import {
  type Compilable,
  type Expression,
  type InferResult,
  type RawBuilder,
  type Selectable,
  sql,
} from 'kysely';
import { allRows, type Rows } from '../../assessments/facts.ts';
import type { PublicTables } from '../../database/tables.ts';

/** Stands for the rows of all releases. */
export const EVER = 'ever';

/** Sequence of a release, or an expression that gives it. */
export type At = number | Expression<number>;

/** Does a row belong to a release: did it begin in or before it, and not end by then? */
export const standsIn = (alias: string, at: At): RawBuilder<boolean> => {
  const [from, until] = [sql.ref(`${alias}.from_release`), sql.ref(`${alias}.until_release`)];
  return sql`(${from} <= ${at} and (${until} is null or ${until} > ${at}))`;
};

type Published = keyof PublicTables extends `publication.${infer Name}` ? Name : never;

/** The rows of a table that belong to a release: `selectFrom(rowsAsOf('area', at).as('t'))`. */
export const rowsAsOf = <Name extends Published>(
  table: Name,
  at: At | typeof EVER,
): RawBuilder<Selectable<PublicTables[`publication.${Name}`]>> =>
  at === EVER
    ? sql`${sql.table(`publication.${table}`)}`
    : sql`(select x.* from ${sql.table(`publication.${table}`)} x where ${standsIn('x', at)})`;

/** The tables that levels and changes are computed from, as of a release. */
export const releasedRows = (at: At): Rows => allRows((table) => rowsAsOf(table, at));

/** The type of the rows that a query returns. */
export type Row<Query extends (...args: never[]) => Compilable> = InferResult<
  ReturnType<Query>
>[number];
