import type { EntityManager } from '@mikro-orm/postgresql';
import { can } from '@qadam/domain';
import { type NotNull, type RawBuilder, sql } from 'kysely';
import { db } from '../../database/db.ts';
import { READER, type Reader } from './notice.ts';
import { canSignIn, isActive } from '../users/pending.ts';

const readers = (em: EntityManager) =>
  db(em).selectFrom('work.user_account as u').select(READER).orderBy('u.id');

/** An officer with the areas that they are limited to; null: all. */
export type OfficerReader = Reader & { areas: string[] | null };

export function officers(em: EntityManager): Promise<OfficerReader[]> {
  return readers(em)
    .select('u.areas')
    .where('u.role', '=', 'OFFICER')
    .where(isActive('u'))
    .execute();
}

/** The officers who get mails about an area: those who may read it. */
export const concernedBy = (desk: readonly OfficerReader[], area: string): OfficerReader[] =>
  desk.filter((officer) => can(officer, 'READ_WORK', { area }) === 'ALLOWED');

/** The reporters of these areas, by area. */
export const reporters = (em: EntityManager, areas: readonly string[]) =>
  reportersWho(sql`true`, em, areas);

/** Those of the reporters who could sign: not people who were invited and have not set a password yet. */
export const signers = (em: EntityManager, areas: readonly string[]) =>
  reportersWho(canSignIn('u'), em, areas);

async function reportersWho(
  fit: RawBuilder<boolean>,
  em: EntityManager,
  areas: readonly string[],
): Promise<Map<string, Reader[]>> {
  if (areas.length === 0) return new Map();
  const rows = await readers(em)
    .select('u.area')
    .where('u.role', '=', 'REPORTER')
    .where('u.disabled_at', 'is', null)
    .where('u.area', 'in', areas)
    .where(fit)
    .$narrowType<{ area: NotNull }>()
    .execute();
  return Map.groupBy(rows, ({ area }) => area);
}
