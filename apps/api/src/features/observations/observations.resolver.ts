import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import { CorrectValueInput } from './correct-value.input.ts';
import { CorrectValueService } from './correct-value.service.ts';
import { MessageService } from './message.service.ts';
import { ObservationPayload } from './observation-payload.type.ts';
import { SaveValueInput } from './save-value.input.ts';
import { SaveValueService } from './save-value.service.ts';
import { SaveValuePayload } from './save-value.type.ts';
import { WriteMessageInput } from './write-message.input.ts';

@Resolver()
export class ObservationsResolver {
  constructor(
    private readonly saving: SaveValueService,
    private readonly correcting: CorrectValueService,
    private readonly messages: MessageService,
  ) {}

  @Access('SAVE_VALUE')
  @Mutation(() => SaveValuePayload)
  saveValue(
    @CurrentActor() actor: Actor,
    @Args('input') input: SaveValueInput,
  ): Promise<SaveValuePayload> {
    return this.saving.save(actor, input);
  }

  @Access('CORRECT_VALUE')
  @Mutation(() => ObservationPayload, {
    description:
      'Opens a published value for correction: a new draft; the published one stays until the next release.',
  })
  correctValue(
    @CurrentActor() actor: Actor,
    @Args('input') input: CorrectValueInput,
  ): Promise<ObservationPayload> {
    return this.correcting.correct(actor, input);
  }

  @Access('WRITE_MESSAGE')
  @Mutation(() => ObservationPayload)
  writeMessage(
    @CurrentActor() actor: Actor,
    @Args('input') input: WriteMessageInput,
  ): Promise<ObservationPayload> {
    return this.messages.write(actor, input);
  }
}
