import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import { NotificationState } from '../outbox/notification.enums.ts';
import { RemindReportersInput, SendAgainInput } from './notifications.input.ts';
import { NudgeService } from './nudge.service.ts';
import { OutboxService } from './outbox.service.ts';
import { Outbox, RemindReportersPayload, SendAgainPayload } from './outbox.type.ts';

@Resolver()
export class NotificationsResolver {
  constructor(
    private readonly nudges: NudgeService,
    private readonly mails: OutboxService,
  ) {}

  @Access('READ_OUTBOX')
  @Query(() => Outbox, {
    description: 'Mails that were sent, will be sent or would be sent, newest first.',
  })
  outbox(
    @CurrentActor() actor: Actor,
    @Args('state', { type: () => NotificationState, nullable: true })
    state: NotificationState | null = null,
    @Args('skip', { type: () => Int, defaultValue: 0 }) skip = 0,
  ): Promise<Outbox> {
    return this.mails.list(actor, state, skip);
  }

  @Access('REMIND_REPORTERS')
  @Mutation(() => RemindReportersPayload)
  remindReporters(
    @CurrentActor() actor: Actor,
    @Args('input') input: RemindReportersInput,
  ): Promise<RemindReportersPayload> {
    return this.nudges.remind(actor, input, new Date());
  }

  @Access('SEND_AGAIN')
  @Mutation(() => SendAgainPayload)
  sendAgain(
    @CurrentActor() actor: Actor,
    @Args('input') input: SendAgainInput,
  ): Promise<SendAgainPayload> {
    return this.mails.sendAgain(actor, input, new Date());
  }
}
