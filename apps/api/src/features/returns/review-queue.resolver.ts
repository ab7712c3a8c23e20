import { EntityManager } from '@mikro-orm/postgresql';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { Language } from '../../graphql/enums.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import { AreaReader } from '../countries/area.reader.ts';
import { undoableBatches } from '../reviews/approval-batch.ts';
import { ReviewQueue } from './review-queue.type.ts';
import { returnToReview, valuesToReview } from './review-return.reader.ts';
import { WorkObservationReader } from './work-observation.reader.ts';

@Resolver()
export class ReviewQueueResolver {
  constructor(
    private readonly em: EntityManager,
    private readonly areas: AreaReader,
    private readonly observations: WorkObservationReader,
  ) {}

  @Access('READ_WORK')
  @Query(() => ReviewQueue)
  async reviewQueue(
    @CurrentActor() actor: Actor,
    @Args('lang', { type: () => Language }) lang: Language,
    @Args('area', { type: () => ID, nullable: true }) askedArea: string | null = null,
    @Args('submission', { type: () => ID, nullable: true, description: 'Of one return only.' })
    submission: string | null = null,
  ): Promise<ReviewQueue> {
    const { area, values, chosen } = await this.asked(actor, askedArea, submission);
    const ids = values.map(({ id }) => id);
    const observations = await this.observations.byIds(this.em, ids, lang);
    const inState = (state: string) => observations.filter((one) => one.state === state);
    const submitted = inState('SUBMITTED');
    const open = new Set(submitted.map(({ id }) => id));
    const returns = new Map(chosen === null ? [] : [[chosen.id, chosen]]);
    for (const { id, handedIn } of values) {
      if (handedIn !== null && open.has(id)) returns.set(handedIn.id, handedIn);
    }
    return {
      submitted,
      approved: inState('APPROVED'),
      returned: inState('RETURNED'),
      batches: await undoableBatches(this.em, area),
      returns: Array.from(returns.values(), ({ organisation, ...one }) => ({
        ...one,
        organisation: organisation && pickText(organisation, lang),
        observations: values.flatMap(({ id, handedIn }) => (handedIn?.id === one.id ? [id] : [])),
      })),
    };
  }

  /** All that waits, or one return. A return that does not exist answers like one of a foreign area. */
  private async asked(actor: Actor, area: string | null, submission: string | null) {
    if (submission === null) {
      permit(actor, 'READ_WORK', { area });
      if (area !== null) await this.areas.get(this.em, area);
      return { area, values: await valuesToReview(this.em, area), chosen: null };
    }
    const found = await returnToReview(this.em, submission);
    permit(actor, 'READ_WORK', { area: found?.handedIn.area });
    if (found === null) throw new ApiError('NOT_FOUND');
    const { handedIn: chosen, ids } = found;
    return { area: chosen.area, values: ids.map((id) => ({ id, handedIn: chosen })), chosen };
  }
}
