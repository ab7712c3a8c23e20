import type { EntityManager } from '@mikro-orm/postgresql';
import { isActive, mayConfirm } from '../users/pending.ts';
import type { Reader } from '../outbox/notice.ts';

const COLUMNS = `u.id, u.name, u.role, u.language`;

export async function officers(em: EntityManager): Promise<Reader[]> {
  return em.execute<Reader[]>(
    `select ${COLUMNS} from work.user_account u
     where u.role = 'OFFICER' and ${isActive('u')} order by u.id`,
  );
}

/** Who may confirm an account that waits. */
export async function secondPersons(em: EntityManager, user: string): Promise<Reader[]> {
  return em.execute<Reader[]>(
    `select ${COLUMNS} from work.user_account u where ${mayConfirm('?::uuid', 'u')} order by u.id`,
    [user, user],
  );
}

/** Who reports for these areas, by area. */
export async function reporters(
  em: EntityManager,
  areas: readonly string[],
): Promise<Map<string, Reader[]>> {
  if (areas.length === 0) return new Map();
  const rows = await em.execute<(Reader & { area: string })[]>(
    `select ${COLUMNS}, u.area from work.user_account u
     where u.role = 'REPORTER' and u.disabled_at is null and u.area in (?) order by u.id`,
    [areas],
  );
  return Map.groupBy(rows, ({ area }) => area);
}
