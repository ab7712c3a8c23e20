import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { nudgeWait } from '@qadam/domain';
import type { Language } from '../../graphql/enums.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import type { OwingArea } from './owing-area.type.ts';
import { readOwing } from './owing.reader.ts';
import { reporters } from './readers.ts';

/** Who owes what, and when they were last reminded by hand. */
@Injectable()
export class OwingService {
  /** Three statements, however many areas. Late ones first. */
  async list(em: EntityManager, lang: Language, now: Date): Promise<OwingArea[]> {
    const owing = await readOwing(em, now);
    const readers = await reporters(
      em,
      owing.map(({ due }) => due.area),
    );
    const nudges = await this.lastNudges(em);
    return owing
      .map(({ due: { areaNames, ...due } }) => {
        const last = nudges.get(`${due.area} ${String(due.cycle)}`) ?? null;
        const wait = nudgeWait(last, now);
        return {
          ...due,
          areaName: pickText(areaNames, lang),
          reporters: readers.get(due.area)?.length ?? 0,
          remindedAt: last?.toISOString() ?? null,
          remindableFrom: wait > 0 ? new Date(now.getTime() + wait).toISOString() : null,
        };
      })
      .sort((a, b) => a.daysLeft - b.daysLeft);
  }

  private async lastNudges(em: EntityManager): Promise<Map<string, Date>> {
    const rows = await em.execute<{ area: string; cycle: number; at: string }[]>(
      `select area, cycle, max(nudged_at) as at from work.nudge group by area, cycle`,
    );
    return new Map(rows.map(({ area, cycle, at }) => [`${area} ${String(cycle)}`, new Date(at)]));
  }
}
