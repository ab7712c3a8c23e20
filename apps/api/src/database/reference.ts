import {
  type DeferMode,
  type EntitySchemaWithMeta,
  type InferEntity,
  p,
  type Primary,
  type PropertyChain,
} from '@mikro-orm/core';

interface Options {
  /** The unique column pointed at, where that is not the primary key. */
  targetKey?: string;
  foreignKeyName?: string;
  deferMode?: `${DeferMode}`;
  deleteRule?: 'cascade';
}

/**
 * A column that refers to a row of another table. Its value is that row's key, in the entity as in the table, and its
 * type is said to be that of the key: rows are read by set queries, never one by one through a relation.
 */
export function reference<Target extends EntitySchemaWithMeta>(
  target: Target,
  options: Options = {},
): PropertyChain<Primary<InferEntity<Target>>, object> {
  const builder = p.manyToOne(target).mapToPk().updateRule('no action').deleteRule('no action');
  Object.assign(builder['~options'], options);
  return builder as unknown as PropertyChain<Primary<InferEntity<Target>>, object>;
}
