import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor, type Actor } from '../../../graphql/access.ts';
import { Language } from '../../../graphql/enums.ts';
import {
  DecideWithdrawalInput,
  PublishedCell,
  PublishedPlaces,
  RequestWithdrawalInput,
  Withdrawal,
  WithdrawalPayload,
} from './withdrawal.type.ts';
import { WithdrawalsService } from './withdrawals.service.ts';

@Resolver()
export class WithdrawalsResolver {
  constructor(private readonly service: WithdrawalsService) {}

  @Access('READ_WITHDRAWALS')
  @Query(() => [Withdrawal])
  withdrawals(@CurrentActor() actor: Actor): Promise<Withdrawal[]> {
    return this.service.list(actor);
  }

  @Access('READ_WITHDRAWALS')
  @Query(() => PublishedPlaces)
  publishedPlaces(
    @CurrentActor() actor: Actor,
    @Args('lang', { type: () => Language }) lang: Language,
  ): Promise<PublishedPlaces> {
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
    const problems = await this.service.request(actor, input);
    return { withdrawals: await this.service.list(actor), problems };
  }

  @Access('DECIDE_WITHDRAWAL')
  @Mutation(() => WithdrawalPayload, { description: 'By another person than the one who asked.' })
  async decideWithdrawal(
    @CurrentActor() actor: Actor,
    @Args('input') input: DecideWithdrawalInput,
  ): Promise<WithdrawalPayload> {
    const problems = await this.service.decide(actor, input);
    return { withdrawals: await this.service.list(actor), problems };
  }
}
