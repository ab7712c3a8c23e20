import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '../../graphql/access.ts';
import { ObservationPayload, SaveValuePayload } from '../observations/changes.type.ts';
import { ApproveValuesPayload } from '../reviews/review.type.ts';
import { FormCell } from './form-cell.type.ts';
import { ReturnsService } from './returns.service.ts';
import { WorkObservation } from './work-observation.type.ts';

// A change returns ids and problems. The changed records that a desk shows are read here, if the query asks for them.

@Resolver(() => ObservationPayload)
export class ObservationPayloadResolver {
  constructor(private readonly returns: ReturnsService) {}

  @ResolveField(() => WorkObservation, { nullable: true })
  async observation(
    @Parent() { observation: id }: ObservationPayload,
    @CurrentActor() actor: Actor,
  ): Promise<WorkObservation | null> {
    const [observation = null] = await this.returns.observations(actor, [id]);
    return observation;
  }
}

@Resolver(() => ApproveValuesPayload)
export class ApproveValuesPayloadResolver {
  constructor(private readonly returns: ReturnsService) {}

  @ResolveField(() => [WorkObservation])
  observations(
    @Parent() { observations: ids }: ApproveValuesPayload,
    @CurrentActor() actor: Actor,
  ): Promise<WorkObservation[]> {
    return this.returns.observations(actor, ids);
  }
}

@Resolver(() => SaveValuePayload)
export class SaveValuePayloadResolver {
  constructor(private readonly returns: ReturnsService) {}

  @ResolveField(() => FormCell, { nullable: true })
  cell(
    @Parent() { cell }: SaveValuePayload,
    @CurrentActor() actor: Actor,
  ): Promise<FormCell | null> {
    return this.returns.cell(actor, cell);
  }
}
