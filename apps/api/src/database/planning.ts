import type { EntityManager } from '@mikro-orm/postgresql';

/** In this transaction tables are joined as whole sets, never a row at a time: temporary tables have no statistics that would say so. */
export async function preferSets(em: EntityManager): Promise<void> {
  await em.execute('set local enable_nestloop = off');
  await em.execute('set local enable_mergejoin = off');
}

/** Counts what a temporary table was just filled with, so that the queries that follow are planned for it. */
export async function analyze(em: EntityManager, table: `candidate_${string}`): Promise<void> {
  await em.execute(`analyze ${table}`);
}
