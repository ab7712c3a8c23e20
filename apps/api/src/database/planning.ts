import type { EntityManager } from '@mikro-orm/postgresql';

/** In this transaction tables are joined as whole sets, never a row at a time: temporary tables have no statistics that would say so. */
export async function preferSets(em: EntityManager): Promise<void> {
  await em.execute('set local enable_nestloop = off; set local enable_mergejoin = off');
}

/** The same for one piece of work; what follows in the transaction is planned as ever. */
export async function bySets<T>(em: EntityManager, work: () => Promise<T>): Promise<T> {
  await preferSets(em);
  const done = await work();
  await em.execute('set local enable_nestloop to default; set local enable_mergejoin to default');
  return done;
}

/** Counts what a temporary table was just filled with, so that the queries that follow are planned for it. */
export async function analyze(
  em: EntityManager,
  table: `candidate_${string}` | 'chosen_cell',
): Promise<void> {
  await em.execute(`analyze ${table}`);
}
