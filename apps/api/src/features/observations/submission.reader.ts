import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type HandedIn, recallProblem, type RecallProblem } from '@qadam/domain';
import { isOpenCycle } from '../cycles/open-cycle.ts';
import { EVIDENCE_AS_JSON } from '../evidence/evidence-sql.ts';
import { instant } from '../../database/sql-text.ts';
import type { Submission } from './submission.type.ts';

type Row = Omit<Submission, 'recallable'> & HandedIn;

/** Is there a value in submission `s`, handed in as `x` and kept at observation `o`, of which this is true? */
const holds = (condition: string): string =>
  `exists (select from work.submission_revision x join work.revision r on r.id = x.revision
    join work.observation o on o.id = r.observation where x.submission = s.id and ${condition})`;

const SUBMISSION = `select s.id, s.number, ${instant('s.submitted_at')} as "submittedAt", s.note,
  ${instant('s.recalled_at')} as "recalledAt",
  (select count(*)::int from work.submission_revision x where x.submission = s.id) as cells,
  s.recalled_at is not null as recalled, ${isOpenCycle('c', 'a')} as "cycleOpen",
  exists (select from work.submission_revision x join work.review v on v.revision = x.revision
    where x.submission = s.id) as reviewed,
  ${holds('o.current_revision <> x.revision')} as changed, ${holds('o.published_revision is null')} as unreleased,
  (select ${EVIDENCE_AS_JSON} from work.evidence e join work.user_account p on p.id = e.added_by
     where e.id = s.letter) as letter
  from work.submission s join work.cycle c on c.year = s.cycle join work.area a on a.code = s.area`;

@Injectable()
export class SubmissionReader {
  /** Of a cycle, and those that took corrections of its year into a later return; newest first. */
  async list(em: EntityManager, area: string, year: number): Promise<Submission[]> {
    const rows = await em.execute<Row[]>(
      `${SUBMISSION} where s.area = ? and (s.cycle = ? or exists (
         select from work.submission_revision x join work.revision r on r.id = x.revision
         join work.observation o on o.id = r.observation where x.submission = s.id and o.year = ?))
       order by s.submitted_at desc, s.number desc`,
      [area, year, year],
    );
    return rows.map(toSubmission);
  }

  async one(em: EntityManager, id: string | null): Promise<Submission | null> {
    if (id === null) return null;
    const [row] = await em.execute<Row[]>(`${SUBMISSION} where s.id = ?`, [id]);
    return row === undefined ? null : toSubmission(row);
  }

  /** Why it cannot be taken back; asked behind the locks of its values, by when a review under way has ended. */
  async recallProblem(em: EntityManager, id: string): Promise<RecallProblem | null> {
    const [row] = await em.execute<Row[]>(`${SUBMISSION} where s.id = ?`, [id]);
    return row === undefined ? null : recallProblem(row);
  }
}

function toSubmission({
  recalled,
  reviewed,
  changed,
  unreleased,
  cycleOpen,
  ...row
}: Row): Submission {
  const handedIn = { recalled, reviewed, changed, unreleased, cycleOpen };
  return { ...row, recallable: recallProblem(handedIn) === null };
}
