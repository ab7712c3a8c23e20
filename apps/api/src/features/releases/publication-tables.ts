import type { EntityManager } from '@mikro-orm/postgresql';
import { PLAIN_FIELD_NAMES } from '@qadam/domain';
import { columnOf } from '../../database/entity-rows.ts';

/**
 * The tables of a release, each an entity of `features/publication`. A release is hashed in this order, and each table in the order of its entity's
 * columns: changing either would change the hash of every earlier release, except for LATER_COLUMNS. A table that is not listed is neither staged,
 * published nor hashed.
 */
export const TABLE_NAMES = [
  'area',
  'action',
  'indicator',
  'action_indicator',
  'benchmark',
  'series_break',
  'event',
  'alternative',
  'target',
  'value',
  'withheld',
  'assessment',
  'help_line',
  'contact',
  'document',
  'value_document',
  'cycle',
  'assignment',
  'source',
  'body',
] as const;

export type PublicationTable = (typeof TABLE_NAMES)[number];

/** Columns of an indicator that were added after the first releases: all plain fields except the first. */
export const LATER_COLUMNS: readonly string[] = PLAIN_FIELD_NAMES.slice(1).map(columnOf);

/** The releases that a row belongs to are not part of its content. */
const LIFETIME = ['from_release', 'until_release'];

/** The content columns of a table, and those of them that identify a row from release to release. */
export function shapeOf(em: EntityManager, name: PublicationTable) {
  const entity = [...em.getMetadata()].find(
    ({ schema, tableName }) => schema === 'publication' && tableName === name,
  );
  const columns = (entity?.props ?? [])
    .flatMap(({ primary, fieldNames }) => fieldNames.map((column) => ({ primary, column })))
    .filter(({ column }) => !LIFETIME.includes(column));
  return {
    key: columns.flatMap(({ primary, column }) => (primary === true ? [column] : [])),
    columns: columns.map(({ column }) => column),
  };
}
