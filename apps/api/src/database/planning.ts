import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Makes the rest of this transaction join tables as whole sets, never row by row: temporary tables have no statistics by which the planner would
 * choose that.
 */
export async function preferSets(em: EntityManager): Promise<void> {
  await em.execute('set local enable_nestloop = off; set local enable_mergejoin = off');
}

/** The same for one piece of work; afterwards the transaction is planned as usual. */
export async function bySets<T>(em: EntityManager, work: () => Promise<T>): Promise<T> {
  await preferSets(em);
  const done = await work();
  await em.execute('set local enable_nestloop to default; set local enable_mergejoin to default');
  return done;
}

/** Counts the rows of a temporary table that was just filled, so that the following queries are planned for it. */
export async function analyze(
  em: EntityManager,
  table: `candidate_${string}` | 'chosen_cell',
): Promise<void> {
  await em.execute(`analyze ${table}`);
}
