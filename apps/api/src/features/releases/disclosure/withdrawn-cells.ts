import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { db } from '../../../database/db.ts';
import { by } from '../../../database/expressions.ts';
import { keyOf } from './cell-key.ts';
import type { HiddenCell } from './disclose.types.ts';
import { type TableName, tableName } from './published-table.ts';

/** Cells of any indicator that were withdrawn for safety, and their cover: they are hidden in every future release. */
export async function withdrawnCells(em: EntityManager): Promise<HiddenCell[]> {
  const cells = await db(em)
    .selectFrom('work.withdrawal_cell as w')
    .select(['indicator', 'year', keyOf('w').as('key'), sql<boolean>`bool_and(cover)`.as('cover')])
    .groupBy(['indicator', 'year', 'key'])
    .$call(by('indicator', 'year', 'key'))
    .execute();
  return cells.map(({ cover, ...cell }) => ({
    ...cell,
    primary: !cover,
    why: cover ? 'COVER' : 'WITHDRAWN',
  }));
}

/** The cells that must be protected, without their cover, by table. */
export type GuardedCells = ReadonlyMap<string, readonly HiddenCell[]>;

export const guardedCells = (withdrawn: readonly HiddenCell[]): GuardedCells =>
  Map.groupBy(
    withdrawn.filter(({ primary }) => primary),
    tableName,
  );

export const guardedIn = (guarded: GuardedCells, table: TableName): string[] =>
  (guarded.get(tableName(table)) ?? []).map(({ key }) => key);
