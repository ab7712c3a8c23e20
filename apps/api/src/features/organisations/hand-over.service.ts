import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { problem } from '../../graphql/problem.ts';
import { AuditService } from '../audit/audit.service.ts';
import { isOverCycle } from '../cycles/open-cycle.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { Refused } from '../../graphql/refused.ts';
import { isId } from '../../database/ids.ts';
import type { HandOverInput } from './organisation.input.ts';
import type { HandOverPayload } from './organisation.type.ts';

/** What one body reports is reported by another from now on. */
@Injectable()
export class HandOverService {
  constructor(
    private readonly change: DeskChange,
    private readonly audit: AuditService,
  ) {}

  /** All of it or nothing, in cycles that are not over: who reported in the past stays on record. */
  async handOver(actor: Actor, input: HandOverInput): Promise<HandOverPayload> {
    permit(actor, 'MANAGE_ORGANISATIONS', {});
    const { from, to } = input;
    if (!isId(from) || !isId(to)) throw new ApiError('NOT_FOUND');
    const operation = 'MANAGE_ORGANISATIONS';
    const { done, problems } = await this.change.run(actor, operation, input, async (em) => {
      if (from === to) throw new Refused(problem('HAND_OVER_TO_SELF', 'to'));
      const heir = await this.heir(em, from, to);
      const moved = await em.execute<{ area: string; cycle: number; indicator: string }[]>(
        `update work.assignment a set organisation = ? from work.cycle c, work.area p
         where c.year = a.cycle and p.code = a.area and a.organisation = ? and not ${isOverCycle('c', 'p')}
         returning a.area, a.cycle, a.indicator`,
        [to, from],
      );
      if (moved.length === 0) throw new Refused(problem('NOTHING_TO_HAND_OVER', 'from'));
      const foreign = moved.find(({ area }) => heir.area !== null && heir.area !== area);
      if (foreign)
        throw new Refused(problem('ORGANISATION_OF_OTHER_AREA', 'to', { area: heir.area ?? '' }));
      const cells = moved.map(({ area, cycle, indicator }) => `${area} ${cycle} ${indicator}`);
      await this.audit.record(em, actor, 'HAND_OVER_ASSIGNMENTS', `organisation ${from}`, {
        area: heir.area,
        before: { organisation: from },
        after: { organisation: to, cells: cells.sort() },
      });
      return moved.length;
    });
    return { assignments: done, problems };
  }

  private async heir(
    em: EntityManager,
    from: string,
    to: string,
  ): Promise<{ area: string | null }> {
    const rows = await em.execute<{ id: string; area: string | null }[]>(
      'select id, area from work.organisation where id in (?, ?) order by id for update',
      [from, to],
    );
    const heir = rows.find(({ id }) => id === to);
    if (heir === undefined || rows.length < 2) throw new ApiError('NOT_FOUND');
    return heir;
  }
}
