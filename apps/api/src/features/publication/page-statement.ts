import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import { type Asked, type ASKED, type Planning, prepared } from '../../database/prepared.ts';
import type { PublicTables } from '../../database/tables.ts';
import type { Reading } from './release.reader.ts';

/** The newest release at the time of the statement. */
export const newest = sql<number | null>`(select max(sequence) from publication.release)`.as(
  'newest',
);

type Build<Tables extends PublicTables, Row, Parts> = (
  db: Kysely<PublicTables>,
  asked: typeof ASKED,
  parts: Parts,
) => SelectQueryBuilder<Tables, never, Row>;

/** The statement of a page. It also reads the newest release, which shows whether one was published meanwhile (frames.ts). */
export function pageStatement<
  Tables extends PublicTables,
  Row,
  Parts extends Readonly<Record<string, boolean>>,
>(build: Build<Tables, Row, Parts>, planning: Planning = 'BY_VALUES') {
  const read = prepared(
    (db, asked, parts: Parts) =>
      build(db, asked, parts).select(newest).$castTo<Row & { newest: number | null }>(),
    { planning },
  );
  return async ({ em, at, seen }: Reading, asked: Omit<Asked, 'at'>, parts: Parts) => {
    const [row] = await read(em, { ...asked, at }, parts);
    if (!row) throw new Error('A statement without tables answers one row.');
    seen.newest = row.newest;
    return row;
  };
}
