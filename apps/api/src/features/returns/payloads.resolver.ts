import { EntityManager } from '@mikro-orm/postgresql';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '../../graphql/access.ts';
import { ObservationPayload, SaveValuePayload } from '../observations/changes.type.ts';
import { ApproveValuesPayload } from '../reviews/review.type.ts';
import { FormCell } from './form-cell.type.ts';
import { ReturnFormReader } from './return-form.reader.ts';
import { WorkObservationReader } from './work-observation.reader.ts';
import { WorkObservation } from './work-observation.type.ts';

// A change answers with ids and problems. What a desk shows of what was changed is read here, where it is asked for.

@Resolver(() => ObservationPayload)
export class ObservationPayloadResolver {
  constructor(
    private readonly em: EntityManager,
    private readonly reader: WorkObservationReader,
  ) {}

  @ResolveField(() => WorkObservation, { nullable: true })
  async observation(
    @Parent() { observation: id }: ObservationPayload,
    @CurrentActor() { lang }: Actor,
  ): Promise<WorkObservation | null> {
    const [observation = null] = await this.reader.byIds(this.em, [id], lang);
    return observation;
  }
}

@Resolver(() => ApproveValuesPayload)
export class ApproveValuesPayloadResolver {
  constructor(
    private readonly em: EntityManager,
    private readonly reader: WorkObservationReader,
  ) {}

  @ResolveField(() => [WorkObservation])
  observations(
    @Parent() { observations: ids }: ApproveValuesPayload,
    @CurrentActor() { lang }: Actor,
  ): Promise<WorkObservation[]> {
    return this.reader.byIds(this.em, ids, lang);
  }
}

/** The cell that was saved, or that somebody else saved meanwhile. */
@Resolver(() => SaveValuePayload)
export class SaveValuePayloadResolver {
  constructor(
    private readonly em: EntityManager,
    private readonly forms: ReturnFormReader,
  ) {}

  @ResolveField(() => FormCell, { nullable: true })
  cell(
    @Parent() { cell: { indicator, part, ...form } }: SaveValuePayload,
    @CurrentActor() actor: Actor,
  ): Promise<FormCell | null> {
    return this.forms.cell(this.em, { actor, lang: actor.lang, ...form }, indicator, part);
  }
}
