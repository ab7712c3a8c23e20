import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { Lang } from '../../graphql/fields.ts';
import {
  CorrectValueInput,
  ObservationPayload,
  SaveValueInput,
  SaveValuePayload,
  WriteMessageInput,
} from './changes.type.ts';
import {
  DeclineReopenInput,
  GrantReopenInput,
  Reopening,
  ReopeningPayload,
  RequestReopenInput,
  RevokeReopenInput,
} from './reopening.type.ts';
import { SaveValueService } from './save-value.service.ts';
import { ObservationsService } from './observations.service.ts';
import { ReopeningsService } from './reopenings.service.ts';

@Resolver()
export class ObservationsResolver {
  constructor(
    private readonly saving: SaveValueService,
    private readonly values: ObservationsService,
    private readonly requests: ReopeningsService,
  ) {}

  @Access('SAVE_VALUE')
  @Mutation(() => SaveValuePayload)
  saveValue(@CurrentActor() actor: Actor, @Args('input') input: SaveValueInput) {
    return this.saving.saveValue(actor, input);
  }

  @Access('CORRECT_VALUE')
  @Mutation(() => ObservationPayload, {
    description:
      'Opens a published value for correction. It gets a new draft, and the published value stays until the next release.',
  })
  correctValue(@CurrentActor() actor: Actor, @Args('input') input: CorrectValueInput) {
    return this.values.correctValue(actor, input);
  }

  @Access('WRITE_MESSAGE')
  @Mutation(() => ObservationPayload)
  writeMessage(@CurrentActor() actor: Actor, @Args('input') input: WriteMessageInput) {
    return this.values.writeMessage(actor, input);
  }

  @Access('READ_WORK')
  @Query(() => [Reopening], {
    description:
      'Requests to reopen cells that wait, cells that are open, and those that ended within the last month.',
  })
  reopenings(
    @CurrentActor() actor: Actor,
    @Lang() lang: Language,
    @Args('area', { type: () => ID, nullable: true }) area: string | null = null,
  ) {
    return this.requests.reopenings(actor, lang, area);
  }

  @Access('REQUEST_REOPEN')
  @Mutation(() => ReopeningPayload)
  requestReopen(@CurrentActor() actor: Actor, @Args('input') input: RequestReopenInput) {
    return this.requests.requestReopen(actor, input);
  }

  @Access('GRANT_REOPEN')
  @Mutation(() => ReopeningPayload)
  grantReopen(@CurrentActor() actor: Actor, @Args('input') input: GrantReopenInput) {
    return this.requests.grantReopen(actor, input);
  }

  @Access('GRANT_REOPEN')
  @Mutation(() => ReopeningPayload)
  declineReopen(@CurrentActor() actor: Actor, @Args('input') input: DeclineReopenInput) {
    return this.requests.declineReopen(actor, input);
  }

  @Access('GRANT_REOPEN')
  @Mutation(() => ReopeningPayload)
  revokeReopen(@CurrentActor() actor: Actor, @Args('input') input: RevokeReopenInput) {
    return this.requests.revokeReopen(actor, input);
  }
}
