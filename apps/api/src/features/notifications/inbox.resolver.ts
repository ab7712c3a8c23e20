import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import { InboxService } from './inbox.service.ts';
import { Inbox, MarkInboxReadInput, MarkInboxReadPayload } from './inbox.type.ts';

@Resolver()
export class InboxResolver {
  constructor(private readonly inboxes: InboxService) {}

  @Access('READ_OWN_ACCOUNT')
  @Query(() => Inbox, { description: 'What happened and concerns the signed-in person.' })
  inbox(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null = null,
  ): Promise<Inbox> {
    return this.inboxes.list(actor, first, after);
  }

  @Access('READ_OWN_ACCOUNT')
  @Query(() => Int, { description: 'The number of unread items.' })
  unreadInbox(@CurrentActor() actor: Actor): Promise<number> {
    return this.inboxes.unread(actor);
  }

  @Access('MANAGE_OWN_ACCOUNT')
  @Mutation(() => MarkInboxReadPayload)
  markInboxRead(
    @CurrentActor() actor: Actor,
    @Args('input') input: MarkInboxReadInput,
  ): Promise<MarkInboxReadPayload> {
    return this.inboxes.markRead(actor, input);
  }
}
