import type { EntityManager } from '@mikro-orm/postgresql';
import type { NotNull } from 'kysely';
import { db } from '../../database/db.ts';
import { READER, type Reader } from '../outbox/notice.ts';
import { isActive } from '../users/pending.ts';

const readers = (em: EntityManager) =>
  db(em).selectFrom('work.user_account as u').select(READER).orderBy('u.id');

export function officers(em: EntityManager): Promise<Reader[]> {
  return readers(em).where('u.role', '=', 'OFFICER').where(isActive('u')).execute();
}

/** The reporters of these areas, by area. */
export async function reporters(
  em: EntityManager,
  areas: readonly string[],
): Promise<Map<string, Reader[]>> {
  if (areas.length === 0) return new Map();
  const rows = await readers(em)
    .select('u.area')
    .where('u.role', '=', 'REPORTER')
    .where('u.disabled_at', 'is', null)
    .where('u.area', 'in', areas)
    .$narrowType<{ area: NotNull }>()
    .execute();
  return Map.groupBy(rows, ({ area }) => area);
}
