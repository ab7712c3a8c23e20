import { exact, instant, person } from '../../database/sql-text.ts';
import { REVISION_BODY } from './reporting-body.ts';

/** Revision `r` of observation `o` with its author `u` as a StoredRevision; null where there is no revision. */
export const REVISION_AS_JSON = `case when r.id is not null then json_build_object(
  'id', r.id, 'number', r.number, 'value', ${exact('r.value')},
  'numerator', ${exact('r.numerator')}, 'denominator', ${exact('r.denominator')},
  'missingReason', r.missing_reason, 'obsStatus', r.obs_status, 'sourceText', r.source_text,
  'bodyNames', case when r.via <> 'SOURCE_IMPORT' then ${REVISION_BODY} end, 'period', r.period,
  'namedSource', (select s.publisher || ': ' || s.title from work.source s where s.id = r.source),
  'factDate', r.fact_date, 'provision', r.provision, 'basis', r.basis,
  'comment', r.comment, 'reason', r.reason, 'via', r.via, 'author', ${person('u')},
  'createdAt', ${instant('r.created_at')}) end`;

/** Of the plan in force: the newest confirmed version. */
export const BASELINE_YEAR = (indicator: string, area: string): string =>
  `(select p.baseline_year from work.target_plan p
    where p.indicator = ${indicator} and p.area = ${area} and p.state = 'CONFIRMED'
    order by p.version desc limit 1)`;
