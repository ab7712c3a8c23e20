import type { EntityManager } from '@mikro-orm/postgresql';
import { BREAKDOWN_DIMENSIONS, withheldForShelters } from '@qadam/domain';
import { type AliasedExpression, sql } from 'kysely';
import { db } from '../../../database/db.ts';
import { by, anyOf } from '../../../database/expressions.ts';
import { keep, stage } from '../stage.ts';

interface Figure {
  observation: string;
  revision: string;
}

/** Removes from the candidate the figures that would lead to a shelter, and keeps a list for the preview. */
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

const OTHER_DIMENSIONS = BREAKDOWN_DIMENSIONS.filter((name) => name !== 'region');

/** Which of these observations would lead to a shelter? */
export async function pointAtShelters(em: EntityManager, figures: AliasedExpression<Figure, 'o'>) {
  const rows = await db(em)
    .selectFrom(figures)
    .innerJoin('work.observation as w', 'w.id', 'o.observation')
    .innerJoin('work.indicator as i', 'i.code', 'w.indicator')
    .innerJoin('work.revision as r', 'r.id', 'o.revision')
    .select(['o.observation', 'w.indicator', 'w.area', 'w.year', 'w.region'])
    .select(OTHER_DIMENSIONS.map((name) => `w.${name}` as const))
    .select(['i.centres_in as centresIn', 'r.value', 'r.numerator', 'r.denominator'])
    .select(sql<boolean>`(w.published_revision is not null)`.as('published'))
    .where('i.centres_in', 'is not', null)
    .execute();
  const tables = Map.groupBy(rows, ({ indicator, area, year, ...row }) =>
    [indicator, area, year, ...OTHER_DIMENSIONS.map((name) => row[name])].join(' '),
  );
  return [...tables.values()].flatMap(withheldForShelters).map(({ observation }) => observation);
}

export const readWithheldForShelters = (em: EntityManager) =>
  stage(em)
    .selectFrom('candidate_beside_shelter')
    .select((eb) => ['indicator', 'area', 'year', eb.fn.countAll<number>().as('values')])
    .groupBy(['indicator', 'area', 'year'])
    .$call(by('indicator', 'area', 'year'))
    .execute();
