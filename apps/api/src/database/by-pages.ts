import type { EntityManager } from '@mikro-orm/postgresql';
import { type SelectQueryBuilder, sql } from 'kysely';
import { db } from './db.ts';
import type { Tables } from './tables.ts';

let cursors = 0;

/**
 * The rows of one statement, `size` at a time. The statement is planned once for all its rows, which come unordered if it has no order. It runs in a
 * transaction, in which other statements may run in between. The next page is fetched while one is worked on.
 */
export async function* byPages<Row>(
  em: EntityManager,
  rows: SelectQueryBuilder<Tables, never, Row>,
  size: number,
): AsyncGenerator<Row[]> {
  if (!em.isInTransaction()) throw new Error('A cursor lives in a transaction.');
  cursors += 1;
  const cursor = sql.ref(`pages_${String(cursors)}`);
  // plan for reading all rows, not for getting the first ones soon
  await sql`set local cursor_tuple_fraction = 1`.execute(db(em));
  await sql`declare ${cursor} no scroll cursor for ${rows}`.execute(db(em));
  const fetch = async () =>
    (await sql<Row>`fetch ${sql.lit(size)} from ${cursor}`.execute(db(em))).rows;
  let next = fetch();
  for (;;) {
    const page = await next;
    if (page.length < size) {
      await sql`close ${cursor}`.execute(db(em));
      if (page.length > 0) yield page;
      return;
    }
    next = fetch();
    // if the loop ends early, nobody needs this page, nor its error
    next.catch(() => undefined);
    yield page;
  }
}
