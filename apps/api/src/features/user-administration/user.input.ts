import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Language, Role } from '../../graphql/enums.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';

@InputType({ isAbstract: true })
class UserChange extends ChangeInput {
  @Field(() => ID) user!: string;
}

/** A change of the version of the account that its author has seen. */
@InputType({ isAbstract: true })
class VersionedUserChange extends UserChange {
  @Field(() => Int) expectedVersion!: number;
}

@InputType()
export class InviteUserInput extends ChangeInput {
  @Field(() => String) email!: string;
  @Field(() => String) name!: string;
  @Field(() => Role) role!: Role;
  @Nullable(ID) area?: string | null;

  @Nullable([ID], 'The countries that an officer is limited to; if left out, all.')
  areas?: string[] | null;

  @Nullable(ID) organisation?: string | null;

  @Field(() => Language, {
    defaultValue: Language.ru,
    description: 'The language of the person’s mails.',
  })
  language!: Language;
}

@InputType()
export class ChangeUserInput extends VersionedUserChange {
  @Field(() => String) name!: string;
  @Field(() => Role) role!: Role;
  @Nullable(ID) area?: string | null;

  @Nullable(
    [ID],
    'The countries that an officer is limited to; null for all. If left out, nothing changes.',
  )
  areas?: string[] | null;

  @Nullable(ID) organisation?: string | null;

  @Nullable(Language, 'The language of the person’s mails. If left out, nothing changes.')
  language?: Language | null;
}

@InputType()
export class ChangeEmailInput extends VersionedUserChange {
  @Described(String, 'The new address. The link is sent to it.') email!: string;
}

@InputType()
export class ResetSecondFactorInput extends VersionedUserChange {}

@InputType()
export class EraseUserInput extends VersionedUserChange {}

@InputType()
export class HandOverDutiesInput extends ChangeInput {
  @Field(() => ID) from!: string;
  @Field(() => ID) to!: string;
  @Described(Int, 'The version of the account of the person who leaves.')
  expectedVersion!: number;

  @Described(Boolean, 'True to disable the account of the person who leaves.')
  disable!: boolean;
}

@InputType()
export class ChooseLanguageInput extends ChangeInput {
  @Field(() => Language) language!: Language;
}

@InputType()
export class DisableUserInput extends VersionedUserChange {
  @Described(Boolean, 'False lets the person sign in again.') disabled!: boolean;
}

@InputType()
export class RenewInvitationInput extends UserChange {}

@InputType()
export class ConfirmAccountInput extends UserChange {
  @Described(Int, 'The version of the account that the person saw.')
  expectedVersion!: number;
}

@InputType()
export class EndSessionsInput extends UserChange {
  @Nullable(ID, 'If left out, all of them.')
  session?: string | null;
}

@InputType()
export class EndOwnSessionsInput extends ChangeInput {
  @Nullable(ID, 'The session to end; if left out, all except the present one.')
  session?: string | null;
}
