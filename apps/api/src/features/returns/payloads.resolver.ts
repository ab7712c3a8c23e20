import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '../../graphql/access.ts';
import { ObservationPayload } from '../observations/changes.type.ts';
import { SaveValuePayload } from '../observations/changes.type.ts';
import { ApproveValuesPayload } from '../reviews/review.type.ts';
import { DeskReadingService } from './desk-reading.service.ts';
import { FormCell } from './form-cell.type.ts';
import { ReturnForm } from './return-form.type.ts';
import { type SubmitReturnAnswer, SubmitReturnPayload } from './submit-return.type.ts';
import { WorkObservation } from './work-observation.type.ts';

// A change answers with ids and problems. What a desk shows of what was changed is read here, where it is asked for.

@Resolver(() => ObservationPayload)
export class ObservationPayloadResolver {
  constructor(private readonly reading: DeskReadingService) {}

  @ResolveField(() => WorkObservation, { nullable: true })
  async observation(
    @Parent() { observation: id }: ObservationPayload,
    @CurrentActor() actor: Actor,
  ): Promise<WorkObservation | null> {
    const [observation = null] = await this.reading.observations(actor, [id]);
    return observation;
  }
}

@Resolver(() => ApproveValuesPayload)
export class ApproveValuesPayloadResolver {
  constructor(private readonly reading: DeskReadingService) {}

  @ResolveField(() => [WorkObservation])
  observations(
    @Parent() { observations: ids }: ApproveValuesPayload,
    @CurrentActor() actor: Actor,
  ): Promise<WorkObservation[]> {
    return this.reading.observations(actor, ids);
  }
}

@Resolver(() => SaveValuePayload)
export class SaveValuePayloadResolver {
  constructor(private readonly reading: DeskReadingService) {}

  @ResolveField(() => FormCell, { nullable: true })
  cell(
    @Parent() { cell }: SaveValuePayload,
    @CurrentActor() actor: Actor,
  ): Promise<FormCell | null> {
    return this.reading.cell(actor, cell);
  }
}

@Resolver(() => SubmitReturnPayload)
export class SubmitReturnPayloadResolver {
  @ResolveField(() => ReturnForm, { nullable: true })
  form(@Parent() answer: SubmitReturnAnswer): Promise<ReturnForm | null> {
    return answer.form();
  }
}
