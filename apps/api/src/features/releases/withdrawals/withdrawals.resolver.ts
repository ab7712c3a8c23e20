import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor, type Actor } from '../../../graphql/access.ts';
import type { Language } from '../../../graphql/enums.ts';
import { Lang } from '../../../graphql/fields.ts';
import { CurrentRelease } from '../current-release.ts';
import {
  DecideWithdrawalInput,
  PublishedCell,
  PublishedPlaces,
  RequestWithdrawalInput,
  WithdrawalPage,
  WithdrawalPayload,
} from './withdrawal.type.ts';
import { WithdrawalsService } from './withdrawals.service.ts';

@Resolver()
export class WithdrawalsResolver {
  constructor(
    private readonly service: WithdrawalsService,
    private readonly current: CurrentRelease,
  ) {}

  @Access('READ_WITHDRAWALS')
  @Query(() => WithdrawalPage)
  withdrawals(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<WithdrawalPage> {
    return this.service.page(actor, { first, after });
  }

  @Access('READ_WITHDRAWALS')
  @Query(() => PublishedPlaces)
  publishedPlaces(@CurrentActor() actor: Actor, @Lang() lang: Language): Promise<PublishedPlaces> {
    return this.service.places(actor, lang);
  }

  @Access('READ_WITHDRAWALS')
  @Query(() => [PublishedCell])
  publishedCells(
    @CurrentActor() actor: Actor,
    @Args('indicator', { type: () => ID }) indicator: string,
    @Args('area', { type: () => ID }) area: string,
  ): Promise<PublishedCell[]> {
    return this.service.published(actor, indicator, area);
  }

  @Access('REQUEST_WITHDRAWAL')
  @Mutation(() => WithdrawalPayload)
  async requestWithdrawal(
    @CurrentActor() actor: Actor,
    @Args('input') input: RequestWithdrawalInput,
  ): Promise<WithdrawalPayload> {
    return { problems: await this.service.request(actor, input) };
  }

  @Access('DECIDE_WITHDRAWAL')
  @Mutation(() => WithdrawalPayload, {
    description:
      'Confirms or rejects a withdrawal. Only another person than the one who asked for it may do this.',
  })
  async decideWithdrawal(
    @CurrentActor() actor: Actor,
    @Args('input') input: DecideWithdrawalInput,
  ): Promise<WithdrawalPayload> {
    const problems = await this.service.decide(actor, input);
    this.current.forget();
    return { problems };
  }
}
