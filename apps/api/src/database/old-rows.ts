import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { db } from './db.ts';
import type { Tables } from './tables.ts';

/** What is deleted of a table, and when: `kept` after the time in column `since`, and of some rows only where `of` says which. */
export interface Expiry {
  table: keyof Tables;
  since: string;
  kept: string;
  of?: RawBuilder<boolean>;
}

/** Returns how many rows went. One that is just being changed stays until the next time, and nobody waits for it. */
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
