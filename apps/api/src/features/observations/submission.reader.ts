import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { EVIDENCE_AS_JSON } from '../evidence/evidence-sql.ts';
import { instant } from './sql-text.ts';
import type { Submission } from './submission.type.ts';

const SUBMISSION = `select s.id, s.number, ${instant('s.submitted_at')} as "submittedAt", s.note,
  ${instant('s.recalled_at')} as "recalledAt",
  (select count(*)::int from work.submission_revision x where x.submission = s.id) as cells,
  s.recalled_at is null and not exists (
    select from work.submission_revision x join work.review v on v.revision = x.revision
    where x.submission = s.id)
  and not exists (
    select from work.submission_revision x join work.revision r on r.id = x.revision
    join work.observation o on o.id = r.observation
    where x.submission = s.id and o.current_revision <> x.revision) as recallable,
  (select ${EVIDENCE_AS_JSON} from work.evidence e join work.user_account p on p.id = e.added_by
     where e.id = s.letter) as letter
  from work.submission s`;

@Injectable()
export class SubmissionReader {
  /** Newest first. */
  async list(em: EntityManager, area: string, cycle: number): Promise<Submission[]> {
    return em.execute<Submission[]>(
      `${SUBMISSION} where s.area = ? and s.cycle = ? order by s.submitted_at desc, s.number desc`,
      [area, cycle],
    );
  }
}
