import type { MikroORM } from '@mikro-orm/postgresql';

/** none: migrated and empty; framework: with indicators, areas and demonstration accounts; demo: with releases and an open cycle. */
export type Seed = 'none' | 'framework' | 'demo';

/** Loaders are imported only when needed, because most suites need none of them. */
export async function seedTest(orm: MikroORM, seed: Seed): Promise<void> {
  if (seed === 'demo') {
    const { loadDemonstration } = await import('../database/seed/demonstration.ts');
    await loadDemonstration(orm);
  }
  if (seed === 'framework') {
    const { loadFramework } = await import('../database/seed/load-framework.ts');
    const { ensureDemoAccounts } = await import('../features/users/demo-accounts.ts');
    await loadFramework(orm.em.fork());
    await ensureDemoAccounts(orm.em.fork());
  }
}
