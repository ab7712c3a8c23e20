import type { EntityManager } from '@mikro-orm/postgresql';
import { pointsToAShelter, type PointsToAShelterInput } from '@qadam/domain';

type Row = PointsToAShelterInput & { observation: string };

/** Takes out of the candidate what is about too few centres of one region, and remembers it for the preview. */
export async function leaveOutBesideShelters(em: EntityManager): Promise<void> {
  await em.execute(
    `create temp table candidate_beside_shelter (indicator text, area text, year int) on commit drop`,
  );
  const beside = await pointAtShelters(em, 'with figure as (select * from candidate_origin)', []);
  if (beside.length === 0) return;
  await em.execute(
    `with gone as (
       delete from candidate_origin where observation = any(array(select jsonb_array_elements_text(?::jsonb)::uuid)) returning indicator, area, year
     ) insert into candidate_beside_shelter select indicator, area, year from gone`,
    [JSON.stringify(beside)],
  );
}

/** Observations of the common table `figure` that are about too few centres of one region. */
export async function pointAtShelters(
  em: EntityManager,
  figures: string,
  parameters: readonly (string | number)[],
): Promise<string[]> {
  const rows = await em.execute<Row[]>(
    `${figures} select o.observation, o.region, i.centres_in as "centresIn", r.value::text, r.numerator::text, r.denominator::text
     from figure o join work.indicator i on i.code = o.indicator join work.revision r on r.id = o.revision
     where o.region <> '_T' and i.centres_in is not null`,
    [...parameters],
  );
  return rows.filter(pointsToAShelter).map(({ observation }) => observation);
}

export async function readBesideShelters(
  em: EntityManager,
): Promise<{ indicator: string; area: string; year: number; values: number }[]> {
  return em.execute(
    `select indicator, area, year, count(*)::int as values from candidate_beside_shelter group by indicator, area, year
     order by indicator, area, year`,
  );
}
