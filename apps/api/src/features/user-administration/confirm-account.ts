import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../../graphql/access.ts';
import type { AuditService } from '../audit/audit.service.ts';
import type { AccountAct } from './confirmation.type.ts';

/** Confirms an account, in the transaction that has read it. `by`: null where the server's operator does it. */
export async function confirmAccount(
  em: EntityManager,
  audit: AuditService,
  by: Actor | null,
  user: string,
): Promise<AccountAct[]> {
  const rows = await em.execute<{ act: AccountAct }[]>(
    `update work.account_confirmation set confirmed_by = ?, confirmed_at = now()
     where user_account = ? and confirmed_at is null returning act`,
    [by?.id ?? null, user],
  );
  await em.execute('update work.user_account set version = version + 1 where id = ?', [user]);
  const acts = [...new Set(rows.map(({ act }) => act))].sort();
  await audit.record(em, by, 'CONFIRM_ACCOUNT', `user ${user}`, {
    before: { pending: true },
    after: { pending: false, acts },
  });
  return acts;
}
