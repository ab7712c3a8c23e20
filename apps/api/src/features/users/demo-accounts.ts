import type { EntityManager } from '@mikro-orm/postgresql';
import type { Role } from '@qadam/domain';
import { db } from '../../database/db.ts';
import { hasTable } from '../../database/expressions.ts';
import { createUser } from './create-user.ts';
import { UserAccount } from './user-account.entity.ts';

export interface DemoAccount {
  email: string;
  name: string;
  role: Role;
  area: string | null;
}

export const DEMO_PASSWORD = 'demo-Qadam-2026';
const DEMO_DOMAIN = 'demo.example';

const reporter = (area: string, place: string): DemoAccount => ({
  email: `reporter.${area.toLowerCase()}@${DEMO_DOMAIN}`,
  name: `Reporter, ${place} (demonstration)`,
  role: 'REPORTER',
  area,
});

const desk = (mailbox: string, name: string, role: Role): DemoAccount => ({
  email: `${mailbox}@${DEMO_DOMAIN}`,
  name: `${name} (demonstration)`,
  role,
  area: null,
});

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  reporter('KAZ', 'Kazakhstan'),
  reporter('KGZ', 'Kyrgyzstan'),
  reporter('TJK', 'Tajikistan'),
  reporter('UZB', 'Uzbekistan'),
  reporter('CA4', 'four countries together'),
  desk('officer', 'Programme officer', 'OFFICER'),
  desk('officer2', 'Second programme officer', 'OFFICER'),
  desk('donor', 'Donor', 'DONOR'),
  desk('admin', 'Administrator', 'ADMIN'),
  desk('auditor', 'Auditor', 'AUDITOR'),
];

/** Creates missing accounts, each in the reporting body of its area if it has one. The areas must exist. */
export async function ensureDemoAccounts(em: EntityManager): Promise<void> {
  const accounts = await em.findAll(UserAccount, { fields: ['email'] });
  const known = new Set(accounts.map(({ email }) => email));
  const bodies = await db(em)
    .selectFrom('work.organisation')
    .distinctOn('area')
    .select(['id', 'area'])
    .orderBy('area')
    .orderBy('code')
    .execute();
  const bodyOf = new Map(bodies.map(({ id, area }) => [area, id]));
  for (const account of DEMO_ACCOUNTS)
    if (!known.has(account.email))
      await createUser(em, {
        ...account,
        organisation: (account.area === null ? null : bodyOf.get(account.area)) ?? null,
        password: DEMO_PASSWORD,
      });
}

/** The demo accounts in the database. Their passwords are public, so a production start refuses to run with them. */
export async function demoAccountsIn(em: EntityManager): Promise<string[]> {
  const table = await db(em)
    .selectNoFrom(hasTable('work.user_account').as('exists'))
    .executeTakeFirst();
  if (!table?.exists) return [];
  const rows = await db(em)
    .selectFrom('work.user_account')
    .select('email')
    .where('email', 'like', `%@${DEMO_DOMAIN}`)
    .where('disabled_at', 'is', null)
    .orderBy('email')
    .execute();
  return rows.map(({ email }) => email);
}
