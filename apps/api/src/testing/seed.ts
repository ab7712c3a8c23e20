import type { MikroORM } from '@mikro-orm/postgresql';
import { hash } from '@node-rs/argon2';

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
  if (seed !== 'none') await hashQuickly(orm);
}

/** Suites sign in hundreds of times, so the password of the demonstration accounts gets the cheapest hash that argon2id allows. */
async function hashQuickly(orm: MikroORM): Promise<void> {
  const { DEMO_PASSWORD } = await import('../features/users/demo-accounts.ts');
  const { UserAccount } = await import('../features/users/user-account.entity.ts');
  const passwordHash = await hash(DEMO_PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 });
  await orm.em.fork().nativeUpdate(UserAccount, {}, { passwordHash });
}
