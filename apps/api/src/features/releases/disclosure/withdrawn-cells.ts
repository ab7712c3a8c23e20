import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { db } from '../../../database/db.ts';
import { keyOf } from './cell-key.ts';
import type { HiddenCell } from './disclose.types.ts';

/** Cells withdrawn for somebody's safety, and their cover, of whatever indicator: hidden in every release to come. */
export async function withdrawnCells(em: EntityManager): Promise<HiddenCell[]> {
  const cells = await db(em)
    .selectFrom('work.withdrawal_cell as w')
    .select(['indicator', 'year', keyOf('w').as('key'), sql<boolean>`bool_and(cover)`.as('cover')])
    .groupBy(['indicator', 'year', 'key'])
    .orderBy('indicator')
    .orderBy('year')
    .orderBy('key')
    .execute();
  return cells.map(({ cover, ...cell }) => ({
    ...cell,
    primary: !cover,
    why: cover ? 'COVER' : 'WITHDRAWN',
  }));
}

/** Without their cover: the cells that must be protected. */
export async function withdrawnByYear(
  em: EntityManager,
  indicator: string,
): Promise<Map<number, string[]>> {
  const rows = await db(em)
    .selectFrom('work.withdrawal_cell as w')
    .select(['year', sql<string[]>`jsonb_agg(distinct ${keyOf('w')})`.as('keys')])
    .where('indicator', '=', indicator)
    .where('cover', '=', false)
    .groupBy('year')
    .execute();
  return new Map(rows.map(({ year, keys }) => [year, keys]));
}
