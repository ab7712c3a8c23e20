import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import { RemindReportersInput } from './notifications.input.ts';
import { NudgeService } from './nudge.service.ts';
import { RemindReportersPayload } from './outbox.type.ts';

@Resolver()
export class NotificationsResolver {
  constructor(
    private readonly nudges: NudgeService,
  ) {}

  @Access('REMIND_REPORTERS')
  @Mutation(() => RemindReportersPayload)
  remindReporters(
    @CurrentActor() actor: Actor,
    @Args('input') input: RemindReportersInput,
  ): Promise<RemindReportersPayload> {
    return this.nudges.remind(actor, input, new Date());
  }
}
