import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { actionFacts, judgedFacts } from '../../assessments/facts.ts';
import { publicDb } from '../../database/db.ts';
import { releasedRows, rowsAsOf } from './rows-as-of.ts';

export type YearFacts = Awaited<ReturnType<typeof readYearFacts>>;

/** A baseline without its value and its reasons is a hidden one. */
const isBaselineHidden = sql<boolean>`(t.baseline_year is not null and t.baseline_value is null and t.rationale = '{}')`;

/** The same figures that the release was assessed from, read back from what it published. */
export const readYearFacts = (em: EntityManager, at: number) =>
  publicDb(em)
    .selectNoFrom([
      jsonArrayFrom(judgedFacts(releasedRows(at), isBaselineHidden)).as('indicators'),
      jsonArrayFrom(actionFacts(releasedRows(at))).as('actions'),
    ])
    .executeTakeFirstOrThrow();

/** How many cells of a release are hidden. A release is frozen but for cells withdrawn for safety, and with each of those there are more. */
export async function countHidden(em: EntityManager, at: number): Promise<number> {
  const { count } = await publicDb(em)
    .selectFrom(rowsAsOf('value', at).as('t'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('t.obs_status', '=', 'Q')
    .executeTakeFirstOrThrow();
  return count;
}
