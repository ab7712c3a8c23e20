import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../../graphql/access.ts';
import type { Texts } from '../../graphql/local-text.type.ts';

/** The body in whose name a person reports an indicator: their own, else the one it is assigned to. */
export const HANDING_BODY = (own: string, year: string, area: string, indicator: string): string =>
  `(select b.names from work.organisation b where b.id = coalesce(${own}, (select n.organisation from work.assignment n
     where n.cycle = ${year} and n.area = ${area} and n.indicator = ${indicator})))`;

/** Names of the body of each observation, if this person hands it in. */
export async function handingBodies(
  em: EntityManager,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await em.execute<{ id: string; names: Texts | null }[]>(
    `select o.id, ${HANDING_BODY('?::uuid', 'o.year', 'o.area', 'o.indicator')} as names
     from work.observation o where o.id in (?)`,
    [actor.organisation, ids],
  );
  return new Map(rows.map(({ id, names }) => [id, Object.values(names ?? {})]));
}
