import { EntityManager } from '@mikro-orm/postgresql';
import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { isCollected } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import { Access, type Actor, CurrentActor, permit } from '../../graphql/access.ts';
import { Language } from '../../graphql/enums.ts';
import { AreaReader } from '../countries/area.reader.ts';
import { permitOn } from '../observations/observation.store.ts';
import { ReturnFormReader } from './return-form.reader.ts';
import { PublishedYear, ReturnForm } from './returns.type.ts';
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
