import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { actionRows } from '../../../assessments/action-rows.ts';
import { json } from '../../../database/db.ts';
import { fill } from '../stage.ts';
import { assessIndicatorRow } from './assess-indicators.ts';
import { readActionFacts, readAreas, readIndicatorFacts } from './assessment-facts.ts';

/** Levels and paces are computed from what is published, after disclosure control: a hidden figure cannot shine through. */
export async function stageAssessments(em: EntityManager, asOfYear: number): Promise<void> {
  const facts = await readIndicatorFacts(em, asOfYear);
  const indicators = facts.map((one) => assessIndicatorRow(one, asOfYear));
  const actions = actionRows(indicators, await readActionFacts(em), await readAreas(em));
  const rows = [...indicators, ...actions].map(({ latestYear, latestValue, ...row }) => ({
    ...row,
    latest_year: latestYear,
    latest_value: latestValue,
  }));
  await fill(
    em,
    'assessment',
    sql<
      (typeof rows)[number]
    >`jsonb_populate_recordset(null::publication.assessment, ${json(rows)})`,
  );
}
