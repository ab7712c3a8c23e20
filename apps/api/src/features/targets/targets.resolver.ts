import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import { Language } from '../../graphql/enums.ts';
import { TargetDesk, TargetGrid, TargetGridPayload, TargetPayload } from './target-desk.type.ts';
import { DecideTargetInput, ProposeTargetInput, ProposeTargetsInput } from './target.input.ts';
import { TargetsService } from './targets.service.ts';

@Resolver()
export class TargetsResolver {
  constructor(private readonly targets: TargetsService) {}

  @Access('READ_TARGETS')
  @Query(() => TargetDesk, { nullable: true })
  targetDesk(
    @CurrentActor() actor: Actor,
    @Args('area', { type: () => ID }) area: string,
    @Args('lang', { type: () => Language }) lang: Language,
  ): Promise<TargetDesk> {
    return this.targets.read(actor, area, lang);
  }

  @Access('PROPOSE_TARGET')
  @Mutation(() => TargetPayload)
  proposeTarget(
    @CurrentActor() actor: Actor,
    @Args('input') input: ProposeTargetInput,
  ): Promise<TargetPayload> {
    return this.targets.propose(actor, input);
  }

  @Access('READ_TARGETS')
  @Query(() => TargetGrid, { nullable: true })
  targetGrid(
    @CurrentActor() actor: Actor,
    @Args('indicator', { type: () => ID }) indicator: string,
    @Args('lang', { type: () => Language }) lang: Language,
  ): Promise<TargetGrid | null> {
    return this.targets.grid(actor, indicator, lang);
  }

  @Access('PROPOSE_TARGET')
  @Mutation(() => TargetGridPayload)
  proposeTargets(
    @CurrentActor() actor: Actor,
    @Args('input') input: ProposeTargetsInput,
  ): Promise<TargetGridPayload> {
    return this.targets.proposeAll(actor, input);
  }

  @Access('CONFIRM_TARGET')
  @Mutation(() => TargetPayload)
  decideTarget(
    @CurrentActor() actor: Actor,
    @Args('input') input: DecideTargetInput,
  ): Promise<TargetPayload> {
    return this.targets.decide(actor, input);
  }
}
