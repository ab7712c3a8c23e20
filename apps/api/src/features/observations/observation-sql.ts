import { exact, instant, person } from '../../database/sql-text.ts';
import { BODY_OF } from '../agreements/agreement.reader.ts';
import { HANDING_BODY } from './handing-body.ts';

/** The body that a revision `r` of the observation `o` was handed in by; before that, the one its author `u` would hand it in for. */
const BODY = `case when exists (select 1 from work.submission_revision l join work.submission s on s.id = l.submission
    where l.revision = r.id and s.recalled_at is null)
  then (select b.names from work.organisation b where b.id = ${BODY_OF('o', 'r.id')})
  else ${HANDING_BODY('u.organisation', 'o.year', 'o.area', 'o.indicator')} end`;

/** Revision `r` of observation `o` with its author `u` as a StoredRevision; null where there is no revision. */
export const REVISION_AS_JSON = `case when r.id is not null then json_build_object(
  'id', r.id, 'number', r.number, 'value', ${exact('r.value')},
  'numerator', ${exact('r.numerator')}, 'denominator', ${exact('r.denominator')},
  'missingReason', r.missing_reason, 'obsStatus', r.obs_status, 'sourceText', r.source_text,
  'bodyNames', case when r.via <> 'SOURCE_IMPORT' then ${BODY} end, 'period', r.period,
  'namedSource', (select s.publisher || ': ' || s.title from work.source s where s.id = r.source),
  'comment', r.comment, 'reason', r.reason, 'via', r.via, 'author', ${person('u')},
  'createdAt', ${instant('r.created_at')}) end`;

/** Of the plan in force: the newest confirmed version. */
export const BASELINE_YEAR = (indicator: string, area: string): string =>
  `(select p.baseline_year from work.target_plan p
    where p.indicator = ${indicator} and p.area = ${area} and p.state = 'CONFIRMED'
    order by p.version desc limit 1)`;
