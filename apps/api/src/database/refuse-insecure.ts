import { CannotStart, type Env } from '../config/env.ts';
import { demoAccountsIn } from '../features/users/demo-accounts.ts';
import { ormConfig, withOrm } from './orm.config.ts';

/** Before a production start touches the database: reports everything insecure at once, in the settings and in the data. */
export async function refuseInsecure(env: Env, databaseUrl: string): Promise<void> {
  if (!env.production) return;
  const problems = [...env.insecure];
  try {
    const options = ormConfig(databaseUrl, { ensureDatabase: true });
    const accounts = await withOrm(options, ({ em }) => demoAccountsIn(em.fork()));
    if (accounts.length > 0)
      problems.push(
        `insecure settings: demonstration accounts are in the database (${accounts.join(', ')}).`,
      );
  } catch (error) {
    problems.push(
      `the database at DATABASE_URL does not answer: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (problems.length > 0) throw new CannotStart(problems);
}
