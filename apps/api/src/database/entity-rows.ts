import type { EntitySchemaWithMeta, InferEntity } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type AliasedRawBuilder, sql } from 'kysely';
import { db } from './db.ts';
import { PostgresNames } from './postgres-names.ts';

type Property<Entity> = keyof InferEntity<Entity> & string;

const names = new PostgresNames();
/** A cache, because the names are needed for every row. */
const columnNames = new Map<string, string>();
export function columnOf(property: string): string {
  const column = columnNames.get(property) ?? names.propertyToColumnName(property);
  columnNames.set(property, column);
  return column;
}

/** Every column of an entity, or some, named as its property: `selectFrom('work.indicator as i').select(propertiesOf(Indicator, 'i'))`. */
export function propertiesOf<
  Entity extends EntitySchemaWithMeta,
  Wanted extends Property<Entity> = Property<Entity>,
>(entity: Entity, alias: string, wanted?: readonly Wanted[]) {
  type Column = {
    [Name in Wanted]: AliasedRawBuilder<Exclude<InferEntity<Entity>[Name], undefined>, Name>;
  }[Wanted];
  return (wanted ?? Object.keys(entity.meta.properties)).map(
    (name) => sql.ref(`${alias}.${columnOf(name)}`).as(name) as Column,
  );
}

/**
 * Inserts rows, named by the properties of their entity, in one statement and with one bound parameter, however many there are. `known` says what
 * happens to a row that exists: it takes the new values (and is not touched if it has them already); it becomes a new version; it stays as it is; or
 * the statement fails. Returns how many rows were written.
 */
export async function upsertRows<Entity extends EntitySchemaWithMeta>(
  em: SqlEntityManager,
  entity: Entity,
  rows: readonly Readonly<Partial<Record<Property<Entity>, unknown>>>[],
  known: 'TAKES_NEW' | 'NEW_VERSION' | 'STAYS' | 'FAILS' = 'TAKES_NEW',
): Promise<number> {
  if (rows.length === 0) return 0;
  const named = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value])),
  );
  const { primaryKeys, schema = '', tableName } = em.getMetadata(entity);
  const table = sql.table(`${schema}.${tableName}`);
  const key = primaryKeys.map(columnOf);
  const columns = [...new Set(named.flatMap((row) => Object.keys(row)))];
  const others = columns.filter((name) => !key.includes(name));
  const list = (all: readonly string[]) => sql.join(all.map((name) => sql.ref(name)));
  const of = (alias: string) => list(others.map((name) => `${alias}.${name}`));
  const taken = sql.join(
    others.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`),
  );
  const onConflict = {
    TAKES_NEW: sql`on conflict (${list(key)}) do update set ${taken} where row(${of('t')}) is distinct from row(${of('excluded')})`,
    NEW_VERSION: sql`on conflict (${list(key)}) do update set ${taken}, version = t.version + 1`,
    STAYS: sql`on conflict do nothing`,
    FAILS: sql``,
  };
  const { numAffectedRows } = await sql`insert into ${table} as t (${list(columns)})
    select ${list(columns)} from jsonb_populate_recordset(null::${table}, ${JSON.stringify(named)}::jsonb)
    ${onConflict[known]}`.execute(db(em));
  return Number(numAffectedRows);
}
