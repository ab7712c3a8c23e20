import type { EntityManager } from '@mikro-orm/postgresql';

/** `2026.3`: the calendar year of publication and the count in it. */
export async function nextNumber(em: EntityManager): Promise<string> {
  const year = new Date().getUTCFullYear();
  const [last] = await em.execute<{ ordinal: number | null }[]>(
    `select max(split_part(number, '.', 2)::int) as ordinal from publication.release where split_part(number, '.', 1) = ?`,
    [String(year)],
  );
  return `${String(year)}.${String((last?.ordinal ?? 0) + 1)}`;
}
