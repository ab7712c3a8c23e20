import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Language } from '../../graphql/enums.ts';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import { EVIDENCE_AS_JSON } from '../evidence/evidence-sql.ts';
import { isId } from '../../database/ids.ts';
import { instant, person } from '../../database/sql-text.ts';
import type { ReviewReturn } from './review-return.type.ts';

export type HandedIn = Omit<ReviewReturn, 'organisation' | 'observations'> & {
  organisation: Texts | null;
};

export interface WaitingValue {
  id: string;
  handedIn: HandedIn | null;
}

export interface OneReturn {
  handedIn: HandedIn;
  ids: string[];
}

/** Submission `s` as a HandedIn. */
const AS_JSON = `json_build_object('id', s.id, 'number', s.number, 'area', s.area, 'cycle', s.cycle, 'note', s.note,
  'organisation', (select g.names from work.organisation g where g.id = s.organisation),
  'submittedBy', (select ${person('w')} from work.user_account w where w.id = s.submitted_by),
  'submittedAt', ${instant('s.submitted_at')},
  'handedIn', (select count(*) from work.submission_revision y where y.submission = s.id),
  'letter', (select ${EVIDENCE_AS_JSON} from work.evidence e join work.user_account p on p.id = e.added_by
     where e.id = s.letter))`;

/** What a queue shows of revision `r` and its observation `o`. Figures of named public sources had no reviewer and need none. */
const REVIEWED = `o.state in ('SUBMITTED', 'APPROVED', 'RETURNED') and r.via <> 'SOURCE_IMPORT'`;

@Injectable()
export class ReviewReturnReader {
  /** The return with its values. None where its reporter took it back: then there is nothing to review. */
  async byId(em: EntityManager, id: string): Promise<OneReturn | null> {
    if (!isId(id)) return null;
    const [row] = await em.execute<OneReturn[]>(
      `select ${AS_JSON} as "handedIn", (
         select coalesce(json_agg(o.id order by o.indicator, o.year, o.id), '[]')
         from work.submission_revision x join work.revision r on r.id = x.revision
         join work.observation o on o.current_revision = r.id where x.submission = s.id and ${REVIEWED}) as ids
       from work.submission s where s.id = ? and s.recalled_at is null`,
      [id],
    );
    return row ?? null;
  }

  /** In the order they were handed in, each with the return in which it came last. */
  async waiting(em: EntityManager, area: string | null): Promise<WaitingValue[]> {
    return em.execute<WaitingValue[]>(
      `select o.id, came.found as "handedIn" from work.observation o
       join work.revision r on r.id = o.current_revision
       left join lateral (
         select s.submitted_at as at, ${AS_JSON} as found from work.submission_revision x
         join work.submission s on s.id = x.submission
         where x.revision = r.id and s.recalled_at is null order by s.submitted_at desc limit 1) came on true
       where ${REVIEWED} and (?::text is null or o.area = ?)
       order by coalesce(came.at, r.created_at), o.area, o.indicator, o.year, o.id`,
      [area, area],
    );
  }
}

export function returnOf(
  { organisation, ...rest }: HandedIn,
  observations: string[],
  lang: Language,
): ReviewReturn {
  return {
    ...rest,
    organisation: organisation === null ? null : pickText(organisation, lang),
    observations,
  };
}
