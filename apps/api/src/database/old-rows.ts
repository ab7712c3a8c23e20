import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { db } from './db.ts';
import type { Tables } from './tables.ts';

/** Which rows of a table are deleted, and when: those whose column `since` is older than `kept`, and for which the condition `of` holds, if given. */
export interface Expiry {
  table: keyof Tables;
  since: string;
  kept: string;
  of?: RawBuilder<boolean>;
}

/** Returns how many rows were deleted. A row that is just being changed is skipped until the next time, so nobody has to wait for it. */
export async function deleteExpired(
  em: EntityManager,
  { table, since, kept, of = sql`true` }: Expiry,
  at: Date,
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`delete from ${sql.table(table)} where ctid in (
    select ctid from ${sql.table(table)}
    where ${sql.ref(since)} < ${at}::timestamptz - ${kept}::interval and ${of} for update skip locked)`.execute(
    db(em),
  );
  return Number(numAffectedRows);
}
