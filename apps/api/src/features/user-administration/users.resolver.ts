import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import { Language } from '../../graphql/enums.ts';
import { Lang } from '../../graphql/fields.ts';
import { AccountService } from './account.service.ts';
import { ConfirmAccountPayload, PendingAccount } from './confirmation.type.ts';
import { ConfirmationsService } from './confirmations.service.ts';
import { EmailChangeService } from './email-change.service.ts';
import { ErasureService } from './erasure.service.ts';
import { SecondFactorResetService } from './second-factor-reset.service.ts';
import { SessionsService } from './sessions.service.ts';
import { SuccessionService } from './succession.service.ts';
import {
  ChangeEmailInput,
  ChangeUserInput,
  ChooseLanguageInput,
  ConfirmAccountInput,
  DisableUserInput,
  EndOwnSessionsInput,
  EndSessionsInput,
  EraseUserInput,
  HandOverDutiesInput,
  InviteUserInput,
  RenewInvitationInput,
  ResetSecondFactorInput,
} from './user.input.ts';
import {
  ChooseLanguagePayload,
  InvitationPayload,
  Session,
  SessionsPayload,
  UserPage,
  UserPayload,
} from './user.type.ts';
import { UsersService } from './users.service.ts';

@Resolver()
export class UsersResolver {
  constructor(
    private readonly accounts: AccountService,
    private readonly service: UsersService,
    private readonly sessions: SessionsService,
    private readonly emails: EmailChangeService,
    private readonly erasures: ErasureService,
    private readonly successions: SuccessionService,
    private readonly confirmations: ConfirmationsService,
    private readonly secondFactors: SecondFactorResetService,
  ) {}

  @Access('READ_ADMINISTRATION')
  @Query(() => UserPage)
  users(
    @CurrentActor() actor: Actor,
    @Lang() lang: Language,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('search', { type: () => String, nullable: true }) search: string | null,
  ): Promise<UserPage> {
    return this.service.list(actor, lang, { search, first, after });
  }

  @Access('READ_ADMINISTRATION')
  @Query(() => [Session])
  userSessions(
    @CurrentActor() actor: Actor,
    @Args('user', { type: () => ID }) user: string,
  ): Promise<Session[]> {
    return this.sessions.list(actor, user);
  }

  @Access('READ_OWN_ACCOUNT')
  @Query(() => [Session])
  ownSessions(@CurrentActor() actor: Actor): Promise<Session[]> {
    return this.sessions.listOwn(actor);
  }

  @Access('READ_CONFIRMATIONS')
  @Query(() => [PendingAccount])
  pendingAccounts(@CurrentActor() actor: Actor): Promise<PendingAccount[]> {
    return this.confirmations.list(actor);
  }

  @Access('CONFIRM_ACCOUNT')
  @Mutation(() => ConfirmAccountPayload, {
    description:
      'Confirms a waiting account. Only a person who took no part in what it waits for may do this.',
  })
  confirmAccount(
    @CurrentActor() actor: Actor,
    @Args('input') input: ConfirmAccountInput,
  ): Promise<ConfirmAccountPayload> {
    return this.confirmations.confirm(actor, input);
  }

  @Access('MANAGE_USERS')
  @Mutation(() => InvitationPayload)
  inviteUser(
    @CurrentActor() actor: Actor,
    @Args('input') input: InviteUserInput,
  ): Promise<InvitationPayload> {
    return this.service.invite(actor, input);
  }

  @Access('MANAGE_USERS')
  @Mutation(() => InvitationPayload)
  renewInvitation(
    @CurrentActor() actor: Actor,
    @Args('input') input: RenewInvitationInput,
  ): Promise<InvitationPayload> {
    return this.service.renewInvitation(actor, input);
  }

  @Access('MANAGE_USERS')
  @Mutation(() => UserPayload)
  changeUser(
    @CurrentActor() actor: Actor,
    @Args('input') input: ChangeUserInput,
  ): Promise<UserPayload> {
    return this.service.changeUser(actor, input);
  }

  @Access('MANAGE_USERS')
  @Mutation(() => UserPayload)
  disableUser(
    @CurrentActor() actor: Actor,
    @Args('input') input: DisableUserInput,
  ): Promise<UserPayload> {
    return this.service.disable(actor, input);
  }

  @Access('MANAGE_USERS')
  @Mutation(() => InvitationPayload, {
    description:
      'Sends a mail to the new address. The address changes when the link in it is opened.',
  })
  changeUserEmail(
    @CurrentActor() actor: Actor,
    @Args('input') input: ChangeEmailInput,
  ): Promise<InvitationPayload> {
    return this.emails.request(actor, input);
  }

  @Access('MANAGE_USERS')
  @Mutation(() => UserPayload, {
    description: 'Hands the duties of one person over to another.',
  })
  handOverDuties(
    @CurrentActor() actor: Actor,
    @Args('input') input: HandOverDutiesInput,
  ): Promise<UserPayload> {
    return this.successions.handOver(actor, input);
  }

  @Access('MANAGE_USERS')
  @Mutation(() => UserPayload, {
    description: 'Replaces a person’s name and address by a pseudonym. This cannot be undone.',
  })
  eraseUser(
    @CurrentActor() actor: Actor,
    @Args('input') input: EraseUserInput,
  ): Promise<UserPayload> {
    return this.erasures.erase(actor, input);
  }

  @Access('MANAGE_USERS')
  @Mutation(() => UserPayload, {
    description:
      'Removes a lost second factor. The account of an officer or administrator cannot be used until a second person confirms this.',
  })
  resetSecondFactor(
    @CurrentActor() actor: Actor,
    @Args('input') input: ResetSecondFactorInput,
  ): Promise<UserPayload> {
    return this.secondFactors.reset(actor, input);
  }

  @Access('MANAGE_USERS')
  @Mutation(() => SessionsPayload)
  endSessions(
    @CurrentActor() actor: Actor,
    @Args('input') input: EndSessionsInput,
  ): Promise<SessionsPayload> {
    return this.sessions.end(actor, input);
  }

  @Access('MANAGE_OWN_ACCOUNT')
  @Mutation(() => SessionsPayload)
  endOwnSessions(
    @CurrentActor() actor: Actor,
    @Args('input') input: EndOwnSessionsInput,
  ): Promise<SessionsPayload> {
    return this.sessions.endOwn(actor, input);
  }

  @Access('READ_OWN_ACCOUNT')
  @Query(() => Language, { description: 'The language of the signed-in person’s mails.' })
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
