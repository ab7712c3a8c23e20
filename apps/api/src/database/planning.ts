import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Makes the rest of this transaction join tables as whole sets, never row by row: temporary tables have no statistics by which the planner would
 * choose that.
 */
export async function preferSets(em: EntityManager): Promise<void> {
  await em.execute('set local enable_nestloop = off; set local enable_mergejoin = off');
}

/** Counts the rows of a temporary table that was just filled, so that the following queries are planned for it. */
export async function analyze(em: EntityManager, table: `candidate_${string}`): Promise<void> {
  await em.execute(`analyze ${table}`);
}

/** Counts the chosen cells in the same way, and ends `preferSets` in the same round trip. */
export async function analyzeChosen(em: EntityManager): Promise<void> {
  await em.execute(
    'analyze chosen_cell; set local enable_nestloop to default; set local enable_mergejoin to default',
  );
}
