import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { Lang } from '../../graphql/fields.ts';
import {
  DecideTargetInput,
  ProposeTargetInput,
  ProposeTargetsInput,
  TargetDesk,
  TargetGrid,
  TargetGridPayload,
  TargetPayload,
} from './targets.type.ts';
import { TargetsService } from './targets.service.ts';

@Resolver()
export class TargetsResolver {
  constructor(private readonly targets: TargetsService) {}

  @Access('READ_TARGETS')
  @Query(() => TargetDesk, { nullable: true })
  targetDesk(
    @CurrentActor() actor: Actor,
    @Args('area', { type: () => ID }) code: string,
    @Lang() lang: Language,
  ) {
    return this.targets.targetDesk(actor, code, lang);
  }

  @Access('PROPOSE_TARGET')
  @Mutation(() => TargetPayload)
  proposeTarget(@CurrentActor() actor: Actor, @Args('input') input: ProposeTargetInput) {
    return this.targets.proposeTarget(actor, input);
  }

  @Access('READ_TARGETS')
  @Query(() => TargetGrid, { nullable: true })
  targetGrid(
    @CurrentActor() actor: Actor,
    @Args('indicator', { type: () => ID }) indicator: string,
    @Lang() lang: Language,
  ) {
    return this.targets.targetGrid(actor, indicator, lang);
  }

  @Access('PROPOSE_TARGET')
  @Mutation(() => TargetGridPayload)
  proposeTargets(@CurrentActor() actor: Actor, @Args('input') input: ProposeTargetsInput) {
    return this.targets.proposeTargets(actor, input);
  }

  @Access('CONFIRM_TARGET')
  @Mutation(() => TargetPayload)
  decideTarget(@CurrentActor() actor: Actor, @Args('input') input: DecideTargetInput) {
    return this.targets.decideTarget(actor, input);
  }
}
