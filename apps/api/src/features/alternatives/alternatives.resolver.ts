import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import { ObservationPayload } from '../observations/observation-payload.type.ts';
import { ChooseAlternativeInput, RecordAlternativeInput } from './alternative.input.ts';
import { AlternativesService } from './alternatives.service.ts';

@Resolver()
export class AlternativesResolver {
  constructor(private readonly alternatives: AlternativesService) {}

  @Access('RECORD_ALTERNATIVE')
  @Mutation(() => ObservationPayload)
  recordAlternative(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordAlternativeInput,
  ): Promise<ObservationPayload> {
    return this.alternatives.record(actor, input);
  }

  @Access('RECORD_ALTERNATIVE')
  @Mutation(() => ObservationPayload, {
    description:
      'Shows the reported value or a competing one first. Another officer than the one who recorded it adopts a competing value.',
  })
  chooseAlternative(
    @CurrentActor() actor: Actor,
    @Args('input') input: ChooseAlternativeInput,
  ): Promise<ObservationPayload> {
    return this.alternatives.choose(actor, input);
  }
}
