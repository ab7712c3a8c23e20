import type { EntityManager } from '@mikro-orm/postgresql';

export interface FrameArea {
  code: string;
  kind: string;
  regions: string[];
}

/** Countries and groups with their first-level regions, in the order of lists. */
export async function readAreas(em: EntityManager): Promise<FrameArea[]> {
  return em.execute<FrameArea[]>(
    `select a.code, a.kind, coalesce(jsonb_agg(r.code order by r.position) filter (where r.code is not null), '[]') as regions
     from work.area a left join work.region r on r.area = a.code group by a.code order by a.position`,
  );
}
