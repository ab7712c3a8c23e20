import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Actor, permit } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { AreaReader } from '../countries/area.reader.ts';
import { WorkObservationReader } from '../observations/work-observation.reader.ts';
import { undoableBatches } from './approval-batch.ts';
import type { ReviewQueue } from './review-queue.type.ts';

@Injectable()
export class ReviewQueueService {
  constructor(
    private readonly em: EntityManager,
    private readonly areas: AreaReader,
    private readonly observations: WorkObservationReader,
  ) {}

  async queue(actor: Actor, lang: Language, area: string | null): Promise<ReviewQueue> {
    permit(actor, 'READ_WORK', { area });
    if (area !== null) await this.areas.get(this.em, area);
    const ids = await this.waiting(area);
    const observations = await this.observations.byIds(this.em, ids, lang);
    const inState = (state: string) => observations.filter((one) => one.state === state);
    return {
      submitted: inState('SUBMITTED'),
      approved: inState('APPROVED'),
      returned: inState('RETURNED'),
      batches: await undoableBatches(this.em, area),
    };
  }

  /** In the order they were handed in. Figures of named public sources had no reviewer and need none. */
  private async waiting(area: string | null): Promise<string[]> {
    const rows = await this.em.execute<{ id: string }[]>(
      `select o.id from work.observation o
       join work.revision r on r.id = o.current_revision
       left join lateral (
         select max(s.submitted_at) as at from work.submission_revision x
         join work.submission s on s.id = x.submission where x.revision = r.id) handed_in on true
       where o.state in ('SUBMITTED', 'APPROVED', 'RETURNED') and r.via <> 'SOURCE_IMPORT'
         and (?::text is null or o.area = ?)
       order by coalesce(handed_in.at, r.created_at), o.area, o.indicator, o.year, o.id`,
      [area, area],
    );
    return rows.map(({ id }) => id);
  }
}
