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

const began = (alias: string, at: At): RawBuilder<boolean> =>
  sql`${sql.ref(`${alias}.from_release`)} <= ${at}`;

const goesOn = (alias: string, at: At): RawBuilder<boolean> => {
  const until = sql.ref(`${alias}.until_release`);
  return sql`(${until} is null or ${until} > ${at})`;
};

/** Does a row belong to a release: did it begin in or before it, and not end by then? */
export const standsIn = (alias: string, at: At): RawBuilder<boolean> =>
  sql`(${began(alias, at)} and ${goesOn(alias, at)})`;

/**
 * The same for a release that only the execution names. Nearly all rows began before it, but without `coalesce` PostgreSQL would plan for a third of
 * them, and sort parts instead of reading them in order.
 */
const standsInAny = (alias: string, at: Expression<number>): RawBuilder<boolean> =>
  sql`(coalesce(${began(alias, at)}, false) and ${goesOn(alias, at)})`;

type Published = keyof PublicTables extends `publication.${infer Name}` ? Name : never;

/** The rows of a table that belong to a release: `selectFrom(rowsAsOf('area', at).as('t'))`. */
export const rowsAsOf = <Name extends Published>(
  table: Name,
  at: At | typeof EVER,
): RawBuilder<Selectable<PublicTables[`publication.${Name}`]>> => {
  const all = sql.table(`publication.${table}`);
  if (at === EVER) return sql`${all}`;
  const stands = typeof at === 'number' ? standsIn('x', at) : standsInAny('x', at);
  return sql`(select x.* from ${all} x where ${stands})`;
};

/** The tables that levels and changes are computed from, as of a release. */
export const releasedRows = (at: At): Rows => allRows((table) => rowsAsOf(table, at));

/** The type of the rows that a query returns. */
export type Row<Query extends (...args: never[]) => Compilable> = InferResult<
  ReturnType<Query>
>[number];
