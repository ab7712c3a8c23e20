import type { EntityManager } from '@mikro-orm/postgresql';
import { assessIndicatorRow } from './assess-indicators.ts';
import { readActionFacts, readCountries, readIndicatorFacts } from './assessment-facts.ts';
import { rollUp } from '../../../assessments/roll-up.ts';

/** Statuses are computed from what is published, after disclosure control: a hidden figure cannot shine through. */
export async function stageAssessments(em: EntityManager, asOfYear: number): Promise<void> {
  const facts = await readIndicatorFacts(em, asOfYear);
  const indicators = facts.map((one) => assessIndicatorRow(one, asOfYear));
  const rows = [
    ...indicators,
    ...rollUp(indicators, await readActionFacts(em), await readCountries(em)),
  ];
  const columns = 'level, subject, area, status, progress, pace, latest_year, latest_value, detail';
  await em.execute(
    `insert into candidate_assessment (${columns}) select ${columns} from jsonb_populate_recordset(null::publication.assessment, ?::jsonb)`,
    [JSON.stringify(rows)],
  );
}
