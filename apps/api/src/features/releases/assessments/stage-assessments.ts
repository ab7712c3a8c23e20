import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { actionRows } from '../../../assessments/action-rows.ts';
import { type AssessmentRow } from '../../../assessments/assessment-row.ts';
import { json } from '../../../database/db.ts';
import { fill } from '../stage.ts';
import { assessIndicatorRow } from './assess-indicators.ts';
import { readActionFacts, readAreas, readIndicatorFacts } from './assessment-facts.ts';

/** Levels and paces are computed from what is published, after disclosure control: a hidden figure cannot shine through. */
export async function stageAssessments(em: EntityManager, asOfYear: number): Promise<void> {
  const facts = await readIndicatorFacts(em, asOfYear);
  const indicators = facts.map((one) => assessIndicatorRow(one, asOfYear));
  const rows = [
    ...indicators,
    ...actionRows(indicators, await readActionFacts(em), await readAreas(em)),
  ];
  await fill(
    em,
    'assessment',
    sql<AssessmentRow>`jsonb_populate_recordset(null::publication.assessment, ${json(rows)})`,
  );
}
