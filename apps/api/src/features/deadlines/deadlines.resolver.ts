import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { Lang } from '../../graphql/fields.ts';
import { RenewCalendarInput } from './deadlines.input.ts';
import { DeadlinesService } from './deadlines.service.ts';
import { CalendarAddressPayload, Deadline } from './deadlines.type.ts';

@Resolver()
export class DeadlinesResolver {
  constructor(private readonly service: DeadlinesService) {}

  @Access('READ_WORK')
  @Query(() => [Deadline], {
    description:
      'The deadlines of years that are not over, the next due day first: of one’s own country, or of all.',
  })
  deadlines(@CurrentActor() actor: Actor, @Lang() lang: Language): Promise<Deadline[]> {
    return this.service.deadlines(actor, lang);
  }

  @Access('READ_WORK')
  @Query(() => String, {
    nullable: true,
    description: 'The personal address of the deadlines as a calendar; null until one is made.',
  })
  calendarAddress(@CurrentActor() actor: Actor): Promise<string | null> {
    return this.service.address(actor);
  }

  @Access('MANAGE_OWN_ACCOUNT')
  @Mutation(() => CalendarAddressPayload, {
    description: 'Makes a calendar address. An earlier one stops working.',
  })
  renewCalendar(
    @CurrentActor() actor: Actor,
    @Args('input') input: RenewCalendarInput,
  ): Promise<CalendarAddressPayload> {
    return this.service.renew(actor, input);
  }
}
