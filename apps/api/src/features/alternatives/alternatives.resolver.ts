import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import { ObservationPayload } from '../observations/changes.type.ts';
import { ChooseAlternativeInput, RecordAlternativeInput } from './alternative.type.ts';
import { AlternativesService } from './alternatives.service.ts';

@Resolver()
export class AlternativesResolver {
  constructor(private readonly alternatives: AlternativesService) {}

  @Access('RECORD_ALTERNATIVE')
  @Mutation(() => ObservationPayload)
  recordAlternative(@CurrentActor() actor: Actor, @Args('input') input: RecordAlternativeInput) {
    return this.alternatives.recordAlternative(actor, input);
  }

  @Access('RECORD_ALTERNATIVE')
  @Mutation(() => ObservationPayload, {
    description:
      'Shows the reported value or a competing one first. Another officer than the one who recorded it adopts a competing value.',
  })
  chooseAlternative(@CurrentActor() actor: Actor, @Args('input') input: ChooseAlternativeInput) {
    return this.alternatives.chooseAlternative(actor, input);
  }
}
