import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Actor, permit } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import { isOpen, readQuestions } from '../observations/question.reader.ts';
import { CycleReader } from './cycle.reader.ts';
import type { Duty } from './duty.type.ts';

@Injectable()
export class DutiesService {
  constructor(
    private readonly em: EntityManager,
    private readonly cycles: CycleReader,
  ) {}

  /** What the actor's own area owes; of every area, for those who are bound to none. */
  async list(actor: Actor, lang: Language): Promise<Duty[]> {
    permit(actor, 'READ_WORK', { area: actor.area });
    const rows = await this.cycles.progress(this.em, actor.area);
    const asked = await readQuestions(
      this.em,
      `o.state <> 'PUBLISHED' and (?::text is null or o.area = ?)`,
      [actor.area, actor.area],
    );
    const open = asked.filter(isOpen);
    return rows.map((row) => {
      const cells = open.filter(({ area, year }) => area === row.area && year === row.cycle);
      return {
        ...row,
        areaName: pickText(row.areaName, lang),
        asked: new Set(cells.map(({ indicator }) => indicator)).size,
      };
    });
  }
}
