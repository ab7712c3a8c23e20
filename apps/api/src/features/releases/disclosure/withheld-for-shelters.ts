import type { EntityManager } from '@mikro-orm/postgresql';
import { countOfCentres, TOTAL, withheldForShelters } from '@qadam/domain';
import { type AliasedExpression, type NotNull, sql } from 'kysely';
import { db } from '../../../database/db.ts';
import { anyOf, by, cellOf } from '../../../database/expressions.ts';
import { readSharedCounts } from '../../framework/shared-counts.ts';
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

/** Which of these observations would lead to a shelter? They must include every figure of their countries and years that the release would hold. */
export async function pointAtShelters(
  em: EntityManager,
  figures: AliasedExpression<Figure, 'o'>,
): Promise<string[]> {
  const rows = await db(em)
    .selectFrom(figures)
    .innerJoin('work.observation as w', 'w.id', 'o.observation')
    .innerJoin('work.indicator as i', 'i.code', 'w.indicator')
    .innerJoin('work.revision as r', 'r.id', 'o.revision')
    .select(['o.observation', ...cellOf('w')])
    .select(['i.centres_in as centresIn', 'r.value', 'r.numerator', 'r.denominator'])
    .select(sql<boolean>`(w.published_revision is not null)`.as('published'))
    .where('i.centres_in', 'is not', null)
    .$narrowType<{ centresIn: NotNull }>()
    .execute();
  if (rows.every(({ region }) => region === TOTAL)) return [];
  const shared = await readSharedCounts(em);
  const counted = Map.groupBy(rows, ({ indicator, area, year, centresIn }) =>
    [countOfCentres(shared, indicator, centresIn), area, year].join(' '),
  );
  return [...counted.values()].flatMap(withheldForShelters).map(({ observation }) => observation);
}

export const readWithheldForShelters = (em: EntityManager) =>
  stage(em)
    .selectFrom('candidate_beside_shelter')
    .select((eb) => ['indicator', 'area', 'year', eb.fn.countAll<number>().as('values')])
    .groupBy(['indicator', 'area', 'year'])
    .$call(by('indicator', 'area', 'year'))
    .execute();
