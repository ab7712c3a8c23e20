import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { Lang } from '../../graphql/fields.ts';
import { SaveActionInput, SaveIndicatorInput } from './framework.input.ts';
import { FrameworkService } from './framework.service.ts';
import {
  ActionPayload,
  Framework,
  FrameworkIndicatorSheet,
  IndicatorPayload,
} from './framework.type.ts';

@Resolver()
export class FrameworkResolver {
  constructor(private readonly framework: FrameworkService) {}

  @Access('READ_FRAMEWORK')
  @Query(() => Framework, {
    name: 'framework',
    description: 'The working framework; the public reads it as of the last release.',
  })
  read(@CurrentActor() actor: Actor, @Lang() lang: Language): Promise<Framework> {
    return this.framework.read(actor, lang);
  }

  @Access('READ_FRAMEWORK')
  @Query(() => FrameworkIndicatorSheet, { nullable: true })
  frameworkIndicator(
    @CurrentActor() actor: Actor,
    @Args('code', { type: () => ID }) code: string,
  ): Promise<FrameworkIndicatorSheet | null> {
    return this.framework.indicator(actor, code);
  }

  @Access('EDIT_FRAMEWORK')
  @Mutation(() => ActionPayload)
  saveAction(
    @CurrentActor() actor: Actor,
    @Args('input') input: SaveActionInput,
  ): Promise<ActionPayload> {
    return this.framework.saveAction(actor, input);
  }

  @Access('EDIT_FRAMEWORK')
  @Mutation(() => IndicatorPayload)
  saveIndicator(
    @CurrentActor() actor: Actor,
    @Args('input') input: SaveIndicatorInput,
  ): Promise<IndicatorPayload> {
    return this.framework.saveIndicator(actor, input);
  }
}
