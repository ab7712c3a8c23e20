import { EntityManager } from '@mikro-orm/postgresql';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { isFilled, isReturned, leastAdvanced } from '../../database/cells.ts';
import { Access, type Actor, CurrentActor, permit } from '../../graphql/access.ts';
import { Language } from '../../graphql/enums.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import { isOpenCycle } from '../cycles/calendar.ts';
import { areaCycles } from '../cycles/cycle.reader.ts';
import { isOpen, readQuestions } from '../observations/question.reader.ts';
import { Duty } from './returns.type.ts';

const UNPUBLISHED = ['DRAFT', 'RETURNED', 'SUBMITTED', 'APPROVED'] as const;

@Resolver()
export class DutiesResolver {
  constructor(private readonly em: EntityManager) {}

  @Access('READ_WORK')
  @Query(() => [Duty], {
    description: 'What the signed-in person owes, or (officer, auditor) what each country owes.',
  })
  async duties(
    @CurrentActor() actor: Actor,
    @Args('lang', { type: () => Language }) lang: Language,
  ): Promise<Duty[]> {
    permit(actor, 'READ_WORK', { area: actor.area });
    const rows = await progress(this.em, actor.area);
    const asked = await readQuestions(this.em, { states: UNPUBLISHED, area: actor.area });
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

/**
 * How far every area is with its open cycles, in one statement; of one area, where it is named. Counted are indicators,
 * as they are asked for: by their totals, and as returned where any part of them is.
 */
const progress = (em: EntityManager, area: string | null) =>
  areaCycles(em)
    .innerJoin('work.assignment as s', (join) =>
      join.onRef('s.cycle', '=', 'c.year').onRef('s.area', '=', 'a.code'),
    )
    .innerJoin('work.indicator as i', 'i.code', 's.indicator')
    .leftJoinLateral(
      leastAdvanced({ area: 's.area', indicator: 's.indicator', year: 's.cycle' }).as('o'),
      (join) => join.onTrue(),
    )
    .select(({ fn }) => [
      fn.countAll<number>().as('assigned'),
      fn.countAll<number>().filterWhere(isFilled('o')).as('filled'),
      fn.countAll<number>().filterWhere('o.state', '=', 'SUBMITTED').as('submitted'),
      fn.countAll<number>().filterWhere(isReturned('s')).as('returned'),
      fn.countAll<number>().filterWhere('o.state', 'in', ['APPROVED', 'PUBLISHED']).as('approved'),
    ])
    .where(isOpenCycle('c', 'a'))
    .$if(area !== null, (query) => query.where('a.code', '=', area))
    .groupBy(['a.code', 'c.year'])
    .orderBy('c.year', 'desc')
    .orderBy('a.position')
    .execute();
