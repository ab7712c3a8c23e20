import type { EntityManager } from '@mikro-orm/postgresql';

/** Values by where they wait: for a reviewer, or for the reporter who got them back. At the desk and in the weekly mail. */
export async function countWaiting(
  em: EntityManager,
): Promise<{ toReview: number; returned: number }> {
  const [counts] = await em.execute<{ toReview: number; returned: number }[]>(
    `select count(*) filter (where state = 'SUBMITTED')::int as "toReview",
       count(*) filter (where state = 'RETURNED')::int as returned
     from work.observation where state in ('SUBMITTED', 'RETURNED')`,
  );
  return counts ?? { toReview: 0, returned: 0 };
}
