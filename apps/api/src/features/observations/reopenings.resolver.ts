import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import { Language } from '../../graphql/enums.ts';
import {
  DeclineReopenInput,
  GrantReopenInput,
  RequestReopenInput,
  RevokeReopenInput,
} from './reopening.input.ts';
import { Reopening, ReopeningPayload } from './reopening.type.ts';
import { ReopeningsService } from './reopenings.service.ts';

@Resolver()
export class ReopeningsResolver {
  constructor(private readonly reopenings: ReopeningsService) {}

  @Access('READ_WORK')
  @Query(() => [Reopening], {
    name: 'reopenings',
    description: 'Requests that wait, cells that are open, and what ended within a month.',
  })
  list(
    @CurrentActor() actor: Actor,
    @Args('lang', { type: () => Language }) lang: Language,
    @Args('area', { type: () => ID, nullable: true }) area: string | null = null,
  ): Promise<Reopening[]> {
    return this.reopenings.list(actor, lang, area);
  }

  @Access('REQUEST_REOPEN')
  @Mutation(() => ReopeningPayload)
  requestReopen(
    @CurrentActor() actor: Actor,
    @Args('input') input: RequestReopenInput,
  ): Promise<ReopeningPayload> {
    return this.reopenings.request(actor, input);
  }

  @Access('GRANT_REOPEN')
  @Mutation(() => ReopeningPayload)
  grantReopen(
    @CurrentActor() actor: Actor,
    @Args('input') input: GrantReopenInput,
  ): Promise<ReopeningPayload> {
    return this.reopenings.grant(actor, input);
  }

  @Access('GRANT_REOPEN')
  @Mutation(() => ReopeningPayload)
  declineReopen(
    @CurrentActor() actor: Actor,
    @Args('input') input: DeclineReopenInput,
  ): Promise<ReopeningPayload> {
    return this.reopenings.decline(actor, input);
  }

  @Access('GRANT_REOPEN')
  @Mutation(() => ReopeningPayload)
  revokeReopen(
    @CurrentActor() actor: Actor,
    @Args('input') input: RevokeReopenInput,
  ): Promise<ReopeningPayload> {
    return this.reopenings.revoke(actor, input);
  }
}
