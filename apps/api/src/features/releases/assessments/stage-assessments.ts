import type { EntityManager } from '@mikro-orm/postgresql';
import { PUBLICATION_TABLES } from '../publication-tables.ts';
import { assessIndicatorRow } from './assess-indicators.ts';
import { readActionFacts, readAreas, readIndicatorFacts } from './assessment-facts.ts';
import { actionRows } from '../../../assessments/action-rows.ts';

/** Levels and paces are computed from what is published, after disclosure control: a hidden figure cannot shine through. */
export async function stageAssessments(em: EntityManager, asOfYear: number): Promise<void> {
  const facts = await readIndicatorFacts(em, asOfYear);
  const indicators = facts.map((one) => assessIndicatorRow(one, asOfYear));
  const rows = [
    ...indicators,
    ...actionRows(indicators, await readActionFacts(em), await readAreas(em)),
  ];
  const columns = PUBLICATION_TABLES.assessment.columns.join(', ');
  await em.execute(
    `insert into candidate_assessment (${columns}) select ${columns} from jsonb_populate_recordset(null::publication.assessment, ?::jsonb)`,
    [JSON.stringify(rows)],
  );
}
