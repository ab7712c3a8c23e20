import type { EntityManager } from '@mikro-orm/postgresql';
import {
  type Expression,
  type Kysely,
  type RawBuilder,
  type SelectQueryBuilder,
  sql,
} from 'kysely';
import { db } from '../../database/db.ts';
import { rowsAs } from '../../database/expressions.ts';
import { isId } from '../../database/ids.ts';
import { analyzeChosen } from '../../database/planning.ts';
import type { Tables } from '../../database/tables.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { refused } from '../../graphql/problem.ts';
import { hold } from './observation.store.ts';

/** A value to be submitted or decided on, with its place in the request and the version that the person saw. */
export interface ChosenCell {
  id: string;
  place: number;
  version: number;
}
interface WithChosen extends Tables {
  chosen_cell: ChosenCell;
}

/**
 * The values to be submitted or decided on together are in `chosen_cell`, a temporary table of the transaction: so the ids of very many values
 * are not sent to the server and back, and PostgreSQL knows for its plans how many there are.
 */
export const chosenDb = (em: EntityManager): Kysely<WithChosen> => em.getKysely<WithChosen>();

/** Chooses the cells that a query finds, and ends `preferSets`; possible once in a transaction. Returns how many there are. */
export async function choose(em: EntityManager, cells: Expression<ChosenCell>): Promise<number> {
  const chosen = chosenDb(em);
  await chosen.schema.createTable('chosen_cell').temporary().onCommit('drop').as(cells).execute();
  await analyzeChosen(em);
  const { count } = await chosen
    .selectFrom('chosen_cell')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** The same for cells that a request lists one by one. */
export async function chooseNamed(
  em: EntityManager,
  cells: readonly { id: string; expectedVersion: number }[],
): Promise<number> {
  if (!cells.every(({ id }) => isId(id))) throw new ApiError('NOT_FOUND');
  if (new Set(cells.map(({ id }) => id)).size < cells.length)
    throw refused('DUPLICATE_CELL', 'cells');
  const rows = cells.map(({ id, expectedVersion: version }, place) => ({ id, place, version }));
  const types = { id: 'uuid', place: 'int', version: 'int' } as const;
  return choose(
    em,
    chosenDb(em)
      .selectFrom(rowsAs<ChosenCell, 'c'>('c', types, rows))
      .selectAll(),
  );
}

/** Values that no request gave an order, in the order of their ids. */
export const numbered = (
  em: EntityManager,
  cells: SelectQueryBuilder<Tables, never, Omit<ChosenCell, 'place'>>,
): Expression<ChosenCell> =>
  db(em)
    .with('c', () => cells)
    .selectFrom('c')
    .select(['id', 'version'])
    .select(sql<number>`row_number() over (order by id)::int - 1`.as('place'));

/** The ids of all chosen cells, or of those at some places: `where('o.id', '=', anyChosen())`. */
export const anyChosen = (from = 0, to = 2 ** 31 - 1): RawBuilder<string> =>
  sql`any(select id from chosen_cell where place >= ${from} and place < ${to})`;

/** The chosen cells that have changed since: their version is not the chosen one. */
export async function changedSinceChosen(em: EntityManager): Promise<string[]> {
  const rows = await chosenDb(em)
    .selectFrom('chosen_cell as c')
    .innerJoin('work.observation as o', 'o.id', 'c.id')
    .select('o.id')
    .whereRef('o.version', '<>', 'c.version')
    .orderBy('o.id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Locks the chosen cells until the transaction ends. Cells of other areas count as not found. */
export async function holdChosen(em: EntityManager, area: string, chosen: number): Promise<void> {
  if ((await hold(em, anyChosen(), area)) < chosen) throw new ApiError('NOT_FOUND');
}
