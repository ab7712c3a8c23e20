import type { EntityManager } from '@mikro-orm/postgresql';
import { codesIn, type ReleaseFrame } from '@qadam/domain';
import { sql } from 'kysely';
import { db } from '../../../database/db.ts';

export type FrameArea = Awaited<ReturnType<typeof readAreas>>[number];

/** Countries and groups with their first-level regions, in the order of lists. */
export const readAreas = (em: EntityManager) =>
  db(em)
    .selectFrom('work.area as a')
    .leftJoin('work.region as r', 'r.area', 'a.code')
    .select(['a.code', 'a.kind'])
    .select(
      sql<
        string[]
      >`coalesce(jsonb_agg(r.code order by r.position) filter (where r.code is not null), '[]')`.as(
        'regions',
      ),
    )
    .groupBy('a.code')
    .orderBy('a.position')
    .execute();

/** Areas whose figures are computed from those of the countries. */
export const groupsOf = (areas: readonly FrameArea[]): string[] =>
  areas.flatMap(({ code, kind }) => (kind === 'GROUP' ? [code] : []));

/** The frame of one indicator and year. */
export function frameOf(
  areas: readonly FrameArea[],
  threshold: ReleaseFrame['threshold'],
  keys: readonly string[],
): ReleaseFrame {
  const countries = areas.filter(({ kind }) => kind === 'COUNTRY');
  const group = areas.find(({ kind }) => kind === 'GROUP');
  const isRegional = group && keys.some((key) => key.startsWith(`${group.code}|`));
  return {
    areas: countries.map(({ code }) => code),
    regionalTotal: isRegional ? group.code : null,
    codes: codesIn(keys, Object.fromEntries(countries.map(({ code, regions }) => [code, regions]))),
    threshold,
  };
}
