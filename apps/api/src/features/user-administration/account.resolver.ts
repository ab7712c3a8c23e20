import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import { Language } from '../../graphql/enums.ts';
import { AccountService } from './account.service.ts';
import { EmailChangeService } from './email-change.service.ts';
import { ChangeEmailInput, ChooseLanguageInput } from './user.input.ts';
import { ChooseLanguagePayload, InvitationPayload } from './user.type.ts';

@Resolver()
export class AccountResolver {
  constructor(
    private readonly accounts: AccountService,
    private readonly emails: EmailChangeService,
  ) {}

  @Access('MANAGE_USERS')
  @Mutation(() => InvitationPayload, {
    description: 'A mail to the new address; the address changes when its link is opened.',
  })
  changeUserEmail(
    @CurrentActor() actor: Actor,
    @Args('input') input: ChangeEmailInput,
  ): Promise<InvitationPayload> {
    return this.emails.request(actor, input);
  }

  @Access('READ_OWN_ACCOUNT')
  @Query(() => Language, { description: 'In which the mails of the one who asks are written.' })
  ownLanguage(@CurrentActor() actor: Actor): Promise<Language> {
    return this.accounts.language(actor);
  }

  @Access('MANAGE_OWN_ACCOUNT')
  @Mutation(() => ChooseLanguagePayload)
  chooseLanguage(
    @CurrentActor() actor: Actor,
    @Args('input') input: ChooseLanguageInput,
  ): Promise<ChooseLanguagePayload> {
    return this.accounts.chooseLanguage(actor, input);
  }
}
