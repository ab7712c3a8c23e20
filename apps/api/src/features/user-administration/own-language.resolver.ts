import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import { Language } from '../../graphql/enums.ts';
import { OwnLanguageService } from './own-language.service.ts';
import { ChooseLanguageInput } from './user.input.ts';
import { ChooseLanguagePayload } from './user.type.ts';

@Resolver()
export class OwnLanguageResolver {
  constructor(private readonly service: OwnLanguageService) {}

  @Access('READ_OWN_ACCOUNT')
  @Query(() => Language, { description: 'In which the mails of the one who asks are written.' })
  ownLanguage(@CurrentActor() actor: Actor): Promise<Language> {
    return this.service.read(actor);
  }

  @Access('MANAGE_OWN_ACCOUNT')
  @Mutation(() => ChooseLanguagePayload)
  chooseLanguage(
    @CurrentActor() actor: Actor,
    @Args('input') input: ChooseLanguageInput,
  ): Promise<ChooseLanguagePayload> {
    return this.service.choose(actor, input);
  }
}
