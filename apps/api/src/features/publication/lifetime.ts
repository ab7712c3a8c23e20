import { reference } from '../../database/reference.ts';
import { Release } from './release.entity.ts';

/** The releases that a published row belongs to: from the first that has it, up to but not including the first that no longer has it. */
export const lifetime = {
  fromRelease: () => reference(Release, { deferMode: 'deferred' }).primary(),
  untilRelease: () => reference(Release, { deferMode: 'deferred' }).nullable(),
};

export const endsLater = (name: string) => ({
  name,
  expression: 'until_release is null or until_release > from_release',
});

/** A table of rows with a lifetime. For each key at most one row belongs to the newest release. */
export const released = <
  const Name extends string,
  const Table extends string,
  const Key extends string,
>(
  name: Name,
  tableName: Table,
  key: readonly Key[],
) => ({
  name,
  schema: 'publication',
  tableName,
  uniques: [{ name: `${tableName}_standing`, properties: [...key], where: { untilRelease: null } }],
  checks: [endsLater(`${tableName}_check`)],
});

/** An index to find the rows that began or ended between two releases. */
export const changing = (table: string) => [
  {
    name: `${table}_changed`,
    properties: ['untilRelease' as const],
    where: { untilRelease: { $ne: null } },
  },
  { name: `${table}_since`, properties: ['fromRelease' as const] },
];
