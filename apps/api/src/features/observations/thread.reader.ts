import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Part as CellPart, WorkState } from '@qadam/domain';
import type { WorkAlternative } from '../alternatives/work-alternative.type.ts';
import { ATTACHED, EVIDENCE_AS_JSON } from '../evidence/evidence-sql.ts';
import type { Evidence } from '../evidence/evidence.type.ts';
import type { Review } from '../reviews/review.type.ts';
import type { Language } from '../../graphql/enums.ts';
import type { Texts } from '../../graphql/local-text.type.ts';
import type { Message } from './message.type.ts';
import { BASELINE_YEAR, REVISION_AS_JSON } from './observation-sql.ts';
import { exact, instant, person } from '../../database/sql-text.ts';
import { isTotal, partAsJson } from '../../database/cell-columns.ts';
import { inLanguage, type StoredRevision, type WorkRevision } from './work-revision.type.ts';

interface ObservationRow {
  id: string;
  indicator: string;
  area: string;
  year: number;
  state: WorkState;
  version: number;
  part: CellPart;
  /** Where the part is a region. */
  regionName: Texts | null;
  sample: boolean;
  currentRevision: string;
  publishedRevision: string | null;
  baselineYear: number | null;
  thisYear: number;
}

interface Part<T> {
  observation: string;
  part: T;
}

type Parts<T> = Map<string, T[]>;

/** An observation and what hangs on it, oldest first. */
export interface Thread {
  row: ObservationRow;
  revisions: WorkRevision[];
  reviews: Review[];
  messages: Message[];
  evidence: Evidence[];
  alternatives: AlternativeRow[];
}

export type AlternativeRow = Omit<WorkAlternative, 'note' | 'chosen'> & {
  note: Texts;
  chosen: Texts;
};

/** A bounded number of statements, however many observations. */
@Injectable()
export class ThreadReader {
  /** In the order of `ids`. */
  async byIds(em: EntityManager, ids: readonly string[], lang: Language): Promise<Thread[]> {
    if (ids.length === 0) return [];
    // The observation first: what it points to can only be there when the revisions are read.
    const rows = await this.observations(em, ids);
    const revisions = await this.revisions(em, ids, lang);
    const { reviews, messages } = await this.exchange(em, ids);
    const evidence = await this.evidence(em, ids);
    const alternatives = await this.alternatives(em, ids);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => {
      const row = byId.get(id);
      if (row === undefined) return [];
      return [
        {
          row,
          revisions: revisions.get(id) ?? [],
          reviews: reviews.get(id) ?? [],
          messages: messages.get(id) ?? [],
          evidence: evidence.get(id) ?? [],
          alternatives: alternatives.get(id) ?? [],
        },
      ];
    });
  }

  private async observations(em: EntityManager, ids: readonly string[]): Promise<ObservationRow[]> {
    return em.execute<ObservationRow[]>(
      `select o.id, o.indicator, o.area, o.year, o.state, o.version, o.sample, ${partAsJson('o')} as part,
         (select g.names from work.region g where g.code = o.region) as "regionName",
         o.current_revision as "currentRevision", o.published_revision as "publishedRevision",
         case when ${isTotal('o')} then ${BASELINE_YEAR('o.indicator', 'o.area')} end as "baselineYear",
         extract(year from now() at time zone a.time_zone)::int as "thisYear"
       from work.observation o join work.area a on a.code = o.area where o.id in (?)`,
      [ids],
    );
  }

  private async revisions(
    em: EntityManager,
    ids: readonly string[],
    lang: Language,
  ): Promise<Parts<WorkRevision>> {
    const stored = await em.execute<Part<StoredRevision>[]>(
      `select r.observation, ${REVISION_AS_JSON} as part
         from work.revision r join work.observation o on o.id = r.observation
           left join work.user_account u on u.id = r.author
         where r.observation in (?) order by r.number`,
      [ids],
    );
    return parts(
      stored.map(({ observation, part }) => ({ observation, part: inLanguage(part, lang) })),
    );
  }

  /** What reviewers decided and what was written, in one statement. */
  private async exchange(
    em: EntityManager,
    ids: readonly string[],
  ): Promise<{ reviews: Parts<Review>; messages: Parts<Message> }> {
    const rows = await em.execute<(Part<Review | Message> & { kind: 'REVIEW' | 'MESSAGE' })[]>(
      `select observation, kind, part from (
         select v.observation, 'REVIEW' as kind, v.created_at, json_build_object('decision', v.decision, 'reason', v.reason,
           'revision', v.revision, 'reviewer', ${person('u')},
           'createdAt', ${instant('v.created_at')}) as part
         from work.review v join work.user_account u on u.id = v.reviewer
         where v.observation in (?)
         union all
         select m.observation, 'MESSAGE', m.created_at, json_build_object('id', m.id, 'author', ${person('u')},
           'text', m.text, 'question', m.question, 'createdAt', ${instant('m.created_at')})
         from work.message m join work.user_account u on u.id = m.author
         where m.observation in (?)
       ) said order by created_at`,
      [ids, ids],
    );
    return {
      reviews: parts(rows.filter(({ kind }) => kind === 'REVIEW') as Part<Review>[]),
      messages: parts(rows.filter(({ kind }) => kind === 'MESSAGE') as Part<Message>[]),
    };
  }

  private async evidence(em: EntityManager, ids: readonly string[]): Promise<Parts<Evidence>> {
    return parts(
      await em.execute<Part<Evidence>[]>(
        `select a.observation, ${EVIDENCE_AS_JSON} as part from (${ATTACHED}) a
         join work.evidence e on e.id = a.evidence join work.user_account p on p.id = e.added_by
         order by e.added_at, e.id`,
        [ids],
      ),
    );
  }

  private async alternatives(
    em: EntityManager,
    ids: readonly string[],
  ): Promise<Parts<AlternativeRow>> {
    return parts(
      await em.execute<Part<AlternativeRow>[]>(
        `select o.id as observation, json_build_object('source', t.source, 'value', ${exact('t.value')},
           'sourceTitle', s.title, 'publisher', s.publisher, 'sourceYear', s.year, 'sourceUrl', s.url,
           'note', t.note, 'chosen', t.chosen, 'recordedBy', ${person('u')}) as part
         from work.observation o join work.alternative t using (indicator, area, year)
         join work.source s on s.id = t.source left join work.user_account u on u.id = t.recorded_by
         where o.id in (?) and ${isTotal('o')} order by t.value, t.source`,
        [ids],
      ),
    );
  }
}

function parts<T>(rows: readonly Part<T>[]): Parts<T> {
  const found: Parts<T> = new Map();
  for (const { observation, part } of rows) {
    const others = found.get(observation);
    if (others === undefined) found.set(observation, [part]);
    else others.push(part);
  }
  return found;
}
