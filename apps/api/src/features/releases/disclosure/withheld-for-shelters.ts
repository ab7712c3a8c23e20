import type { EntityManager } from '@mikro-orm/postgresql';
import { pointsToAShelter } from '@qadam/domain';
import type { AliasedExpression } from 'kysely';
import { db } from '../../../database/db.ts';
import { by, anyOf } from '../../../database/expressions.ts';
import { keep, stage } from '../stage.ts';

interface Figure {
  observation: string;
  indicator: string;
  region: string;
  revision: string;
}

/** Removes from the candidate figures about too few centres in one region, and keeps a list for the preview. */
export async function withholdForShelters(em: EntityManager): Promise<void> {
  const beside = await pointAtShelters(
    em,
    stage(em).selectFrom('candidate_origin').selectAll().as('o'),
  );
  await keep(
    em,
    'candidate_beside_shelter',
    stage(em)
      .selectFrom('candidate_origin')
      .select(['indicator', 'area', 'year'])
      .where('observation', '=', anyOf(beside)),
  );
  if (beside.length > 0)
    await stage(em)
      .deleteFrom('candidate_origin')
      .where('observation', '=', anyOf(beside))
      .execute();
}

/** Which of these observations are about too few centres in one region? */
export async function pointAtShelters(em: EntityManager, figures: AliasedExpression<Figure, 'o'>) {
  const rows = await db(em)
    .selectFrom(figures)
    .innerJoin('work.indicator as i', 'i.code', 'o.indicator')
    .innerJoin('work.revision as r', 'r.id', 'o.revision')
    .select(['o.observation', 'o.region', 'i.centres_in as centresIn', 'r.value', 'r.numerator'])
    .select('r.denominator')
    .where('o.region', '<>', '_T')
    .where('i.centres_in', 'is not', null)
    .execute();
  return rows.filter(pointsToAShelter).map(({ observation }) => observation);
}

export const readWithheldForShelters = (em: EntityManager) =>
  stage(em)
    .selectFrom('candidate_beside_shelter')
    .select((eb) => ['indicator', 'area', 'year', eb.fn.countAll<number>().as('values')])
    .groupBy(['indicator', 'area', 'year'])
    .$call(by('indicator', 'area', 'year'))
    .execute();
