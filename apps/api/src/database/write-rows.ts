import type { EntitySchemaWithMeta, InferEntity } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type AliasedRawBuilder, type RawBuilder, sql } from 'kysely';
import { db } from './db.ts';
import { PostgresNames } from './postgres-names.ts';

type Property<Entity> = keyof InferEntity<Entity> & string;
type Row<Entity> = Readonly<Partial<Record<Property<Entity>, unknown>>>;

const names = new PostgresNames();
const columnOf = (property: string): string => names.propertyToColumnName(property);

/** Every column of an entity but some, named as its property: `selectFrom('work.indicator as i').select(propertiesOf(Indicator, 'i'))`. */
export function propertiesOf<
  Entity extends EntitySchemaWithMeta,
  Left extends Property<Entity> = never,
>(entity: Entity, alias: string, ...left: readonly Left[]) {
  type Column = {
    [Name in Exclude<Property<Entity>, Left>]: AliasedRawBuilder<
      Exclude<InferEntity<Entity>[Name], undefined>,
      Name
    >;
  }[Exclude<Property<Entity>, Left>];
  return Object.keys(entity.meta.properties)
    .filter((name) => !left.some((one) => one === name))
    .map((name) => sql.ref(`${alias}.${columnOf(name)}`).as(name) as Column);
}

/**
 * Adds rows, named by the properties of their entity, in one statement and with one bound parameter, however many there are.
 * A row that is there takes what is new; one that is already so is not touched.
 */
export async function upsertRows<Entity extends EntitySchemaWithMeta>(
  em: SqlEntityManager,
  entity: Entity,
  rows: readonly Row<Entity>[],
): Promise<void> {
  await write(em, entity, rows, (others) => {
    const of = (alias: string) => sql.join(others.map((name) => sql.ref(`${alias}.${name}`)));
    return others.length === 0
      ? null
      : sql`update set ${taken(others)} where row(${of('t')}) is distinct from row(${of('excluded')})`;
  });
}

/** The same, where each change of a row is a new version of it. */
export async function upsertVersions<Entity extends EntitySchemaWithMeta>(
  em: SqlEntityManager,
  entity: Entity,
  rows: readonly Row<Entity>[],
): Promise<void> {
  await write(
    em,
    entity,
    rows,
    (others) => sql`update set ${taken(others)}, version = t.version + 1`,
  );
}

/** The same, where what is there already stays as it is. */
export async function addMissingRows<Entity extends EntitySchemaWithMeta>(
  em: SqlEntityManager,
  entity: Entity,
  rows: readonly Row<Entity>[],
): Promise<void> {
  await write(em, entity, rows, () => null);
}

const taken = (columns: readonly string[]): RawBuilder<unknown> =>
  sql.join(columns.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`));

async function write<Entity extends EntitySchemaWithMeta>(
  em: SqlEntityManager,
  entity: Entity,
  rows: readonly Row<Entity>[],
  onConflict: (others: readonly string[]) => RawBuilder<unknown> | null,
): Promise<void> {
  const named = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value])),
  );
  const columns = [...new Set(named.flatMap((row) => Object.keys(row)))];
  const { primaryKeys, schema = '', tableName } = em.getMetadata(entity);
  const key = primaryKeys.map(columnOf);
  const table = sql.table(`${schema}.${tableName}`);
  const list = (all: readonly string[]) => sql.join(all.map((name) => sql.ref(name)));
  const others = columns.filter((name) => !key.includes(name));
  if (rows.length === 0) return;
  const change = onConflict(others);
  await sql`insert into ${table} as t (${list(columns)})
    select ${list(columns)} from jsonb_populate_recordset(null::${table}, ${JSON.stringify(named)}::jsonb)
    on conflict ${change ? sql`(${list(key)}) do ${change}` : sql`do nothing`}`.execute(db(em));
}
