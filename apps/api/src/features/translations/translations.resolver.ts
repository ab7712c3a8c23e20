import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import { SaveTranslationInput } from './translation.input.ts';
import { TranslationsService } from './translations.service.ts';
import { TranslationPayload, Translations, TranslationSheet } from './translations.type.ts';

@Resolver()
export class TranslationsResolver {
  constructor(private readonly service: TranslationsService) {}

  @Access('READ_ADMINISTRATION')
  @Query(() => Translations)
  translations(@CurrentActor() actor: Actor): Promise<Translations> {
    return this.service.overview(actor);
  }

  @Access('READ_ADMINISTRATION')
  @Query(() => TranslationSheet, { nullable: true })
  translationSheet(
    @CurrentActor() actor: Actor,
    @Args('subject', { type: () => ID }) subject: string,
  ): Promise<TranslationSheet | null> {
    return this.service.sheet(actor, subject);
  }

  @Access('TRANSLATE')
  @Mutation(() => TranslationPayload)
  saveTranslation(
    @CurrentActor() actor: Actor,
    @Args('input') input: SaveTranslationInput,
  ): Promise<TranslationPayload> {
    return this.service.save(actor, input);
  }
}
