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

/** Rows of all releases. */
export const EVER = 'ever';

/** Sequence of a release, or the column that has it. */
export type At = number | Expression<number>;

/** Does a row stand in a release: begun at or before it, and not ended by then? */
export const standsIn = (alias: string, at: At): RawBuilder<boolean> => {
  const [from, until] = [sql.ref(`${alias}.from_release`), sql.ref(`${alias}.until_release`)];
  return sql`(${from} <= ${at} and (${until} is null or ${until} > ${at}))`;
};

type Published = keyof PublicTables extends `publication.${infer Name}` ? Name : never;

/** The rows of a table that stand in a release: `selectFrom(rowsAsOf('area', at).as('t'))`. */
export const rowsAsOf = <Name extends Published>(
  table: Name,
  at: At | typeof EVER,
): RawBuilder<Selectable<PublicTables[`publication.${Name}`]>> =>
  at === EVER
    ? sql`${sql.table(`publication.${table}`)}`
    : sql`(select x.* from ${sql.table(`publication.${table}`)} x where ${standsIn('x', at)})`;

/** All that levels and changes are made of, in a release. */
export const releasedRows = (at: At): Rows => allRows((table) => rowsAsOf(table, at));

/** A row that a query answers. */
export type Row<Query extends (...args: never[]) => Compilable> = InferResult<
  ReturnType<Query>
>[number];
