import type { EntityManager } from '@mikro-orm/postgresql';
import { expressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { newestDb } from '../../database/db.ts';
import { countRows } from '../../database/expressions.ts';
import { prepared } from '../../database/prepared.ts';
import type { PublicTables } from '../../database/tables.ts';
import { rowsAsOf } from './rows-as-of.ts';
import { origins } from './tally.ts';

const eb = expressionBuilder<PublicTables>();

/** How many cells were withdrawn so far. What is cached about the values of a release is valid until this number grows. */
export const countWithdrawn = countRows(eb.selectFrom('publication.tombstone as w'));

const readNamed = prepared(
  (db, { at }) =>
    db.selectNoFrom([
      countWithdrawn.as('withdrawn'),
      jsonArrayFrom(
        origins(at)
          .leftJoin(rowsAsOf('action_indicator', at).as('l'), 'l.indicator', 't.indicator')
          .select('o.source as id')
          .select(sql<string[]>`json_agg(distinct t.area)`.as('areas'))
          .select(sql<(string | null)[]>`json_agg(distinct l.action)`.as('actions'))
          .where('o.source', 'is not', null)
          .groupBy('o.source'),
      ).as('sources'),
    ]),
  { dbOf: newestDb },
);

/** The sources that the values of a release name, by action and by area. */
export interface NamedSources {
  ofAction: (code: string) => string[];
  ofAreas: (codes: readonly string[]) => string[];
}

/**
 * `withdrawn`: the number of withdrawn cells when the page was read. Rejects if the database that answers here knows fewer: it is a replica that lags
 * behind.
 */
export async function readNamedSources(
  em: EntityManager,
  at: number,
  withdrawn: number,
): Promise<NamedSources> {
  const [read] = await readNamed(em, { at }, {});
  if (!read || read.withdrawn < withdrawn)
    throw new Error('A database that is behind may still name what was withdrawn.');
  const { sources } = read;
  const idsOf = (isAsked: (row: (typeof sources)[number]) => boolean) =>
    sources.flatMap((row) => (isAsked(row) ? (row.id ?? []) : []));
  return {
    ofAction: (code) => idsOf(({ actions }) => actions.includes(code)),
    ofAreas: (codes) => idsOf(({ areas }) => areas.some((area) => codes.includes(area))),
  };
}
