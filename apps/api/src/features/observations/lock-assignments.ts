import type { EntityManager } from '@mikro-orm/postgresql';

/** First saves have no row of their own to wait at: they wait here for each other. Answers what is assigned; of one indicator where it is named. */
export async function lockAssignments(
  em: EntityManager,
  cells: { area: string; year: number; indicator: string | null },
): Promise<Set<string>> {
  const { area, year, indicator } = cells;
  const rows = await em.execute<{ indicator: string }[]>(
    `select indicator from work.assignment where cycle = ? and area = ? and (?::text is null or indicator = ?)
     order by indicator for no key update`,
    [year, area, indicator, indicator],
  );
  return new Set(rows.map(({ indicator: code }) => code));
}
