import {
  type DeferMode,
  type EntitySchemaWithMeta,
  type InferEntity,
  p,
  type Primary,
  type PropertyChain,
} from '@mikro-orm/core';

interface Options<Key> {
  /** The unique column that is referred to, if not the primary key. */
  targetKey?: Key;
  foreignKeyName?: string;
  deferMode?: `${DeferMode}`;
  deleteRule?: 'cascade';
  /** False if a trigger checks the reference instead (docs/decisions/0083). */
  createForeignKeyConstraint?: false;
}

type KeyOf<Row, Key> = [Key] extends [never] ? Primary<Row> : Row[Key & keyof Row];

/**
 * A column that refers to a row of another table. Its value is the key of that row, in the entity as in the table, and it has the type of the key:
 * rows are read by set queries, never one by one through a relation.
 */
export function reference<
  Target extends EntitySchemaWithMeta,
  Key extends keyof InferEntity<Target> = never,
>(
  target: Target,
  options: Options<Key> = {},
): PropertyChain<KeyOf<InferEntity<Target>, Key>, object> {
  const builder = p.manyToOne(target).mapToPk().updateRule('no action').deleteRule('no action');
  Object.assign(builder['~options'], options);
  return builder as unknown as PropertyChain<KeyOf<InferEntity<Target>, Key>, object>;
}
