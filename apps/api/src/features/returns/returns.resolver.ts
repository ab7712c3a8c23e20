import { EntityManager } from '@mikro-orm/postgresql';
import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { isCollected, isFilled, isReturned, leastAdvanced } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import { Access, type Actor, CurrentActor, permit } from '../../graphql/access.ts';
import { Language } from '../../graphql/enums.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import { AreaReader } from '../countries/area.reader.ts';
import { isOpenCycle } from '../cycles/calendar.ts';
import { areaCycles } from '../cycles/cycle.reader.ts';
import { permitOn } from '../observations/observation.store.ts';
import { isOpen, readQuestions } from '../observations/question.reader.ts';
import { ReturnFormReader } from './return-form.reader.ts';
import { Duty, PublishedYear, ReturnForm } from './returns.type.ts';
import { WorkObservationReader } from './work-observation.reader.ts';
import { WorkObservation } from './work-observation.type.ts';

/** What the reporting desk reads. */
@Resolver()
export class ReturnsResolver {
  constructor(
    private readonly em: EntityManager,
    private readonly areas: AreaReader,
    private readonly forms: ReturnFormReader,
    private readonly reader: WorkObservationReader,
  ) {}

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

  @Access('READ_WORK')
  @Query(() => ReturnForm, {
    nullable: true,
    description:
      'The return of one area in one cycle: every assigned cell with its working value. Null where there is none for this person.',
  })
  async returnForm(
    @CurrentActor() actor: Actor,
    @Args('area', { type: () => ID }) area: string,
    @Args('cycle', { type: () => Int }) cycle: number,
    @Args('lang', { type: () => Language }) lang: Language,
  ): Promise<ReturnForm | null> {
    permit(actor, 'READ_WORK', { area });
    await this.areas.get(this.em, area);
    return this.forms.form(this.em, { actor, area, cycle, lang });
  }

  @Access('READ_WORK')
  @Query(() => [PublishedYear], {
    description:
      'The years of which an area has published values: each can be corrected in the return of its year.',
  })
  async publishedYears(
    @CurrentActor() actor: Actor,
    @Args('area', { type: () => ID }) area: string,
  ): Promise<PublishedYear[]> {
    permit(actor, 'READ_WORK', { area });
    await this.areas.get(this.em, area);
    return db(this.em)
      .selectFrom('work.observation as o')
      .innerJoin('work.indicator as i', 'i.code', 'o.indicator')
      .select(({ fn }) => [
        'o.year',
        fn.countAll<number>().as('published'),
        fn.countAll<number>().filterWhere('o.state', 'in', ['DRAFT', 'RETURNED']).as('correcting'),
        fn.countAll<number>().filterWhere('o.state', '=', 'SUBMITTED').as('submitted'),
      ])
      .where('o.area', '=', area)
      .where('o.published_revision', 'is not', null)
      .where(isCollected('o', 'i'))
      .groupBy('o.year')
      .orderBy('o.year', 'desc')
      .execute();
  }

  @Access('READ_WORK')
  @Query(() => WorkObservation, {
    nullable: true,
    description: 'One working observation with its history, messages and reviews.',
  })
  async workObservation(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('lang', { type: () => Language }) lang: Language,
  ): Promise<WorkObservation | null> {
    await permitOn(this.em, actor, 'READ_WORK', id);
    const [observation = null] = await this.reader.byIds(this.em, [id], lang);
    return observation;
  }
}

const UNPUBLISHED = ['DRAFT', 'RETURNED', 'SUBMITTED', 'APPROVED'] as const;

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
