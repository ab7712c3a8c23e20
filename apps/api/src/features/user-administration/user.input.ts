import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Language, Role } from '../../graphql/enums.ts';
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
  @Field(() => ID, { nullable: true }) area?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The only countries that an officer works for; without it all.',
  })
  areas?: string[] | null;

  @Field(() => ID, { nullable: true }) organisation?: string | null;

  @Field(() => Language, { defaultValue: Language.ru, description: 'In which mails are written.' })
  language!: Language;
}

@InputType()
export class ChangeUserInput extends VersionedUserChange {
  @Field(() => String) name!: string;
  @Field(() => Role) role!: Role;
  @Field(() => ID, { nullable: true }) area?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The only countries that an officer works for; null: all. Left out: as before.',
  })
  areas?: string[] | null;

  @Field(() => ID, { nullable: true }) organisation?: string | null;

  @Field(() => Language, { nullable: true, description: 'Of mails; without it as before.' })
  language?: Language | null;
}

@InputType()
export class ChangeEmailInput extends VersionedUserChange {
  @Field(() => String, { description: 'The new address, to which the link goes.' }) email!: string;
}

@InputType()
export class ResetSecondFactorInput extends VersionedUserChange {}

@InputType()
export class EraseUserInput extends VersionedUserChange {}

@InputType()
export class HandOverDutiesInput extends ChangeInput {
  @Field(() => ID) from!: string;
  @Field(() => ID) to!: string;
  @Field(() => Int, { description: 'Of the one who leaves.' }) expectedVersion!: number;

  @Field(() => Boolean, { description: 'Shut the account of the one who leaves.' })
  disable!: boolean;
}

@InputType()
export class ChooseLanguageInput extends ChangeInput {
  @Field(() => Language) language!: Language;
}

@InputType()
export class DisableUserInput extends VersionedUserChange {
  @Field(() => Boolean, { description: 'False lets the person in again.' }) disabled!: boolean;
}

@InputType()
export class RenewInvitationInput extends UserChange {}

@InputType()
export class ConfirmAccountInput extends UserChange {
  @Field(() => Int, { description: 'Of the account that was looked at.' }) expectedVersion!: number;
}

@InputType()
export class EndSessionsInput extends UserChange {
  @Field(() => ID, { nullable: true, description: 'Without it all of them.' })
  session?: string | null;
}

@InputType()
export class EndOwnSessionsInput extends ChangeInput {
  @Field(() => ID, { nullable: true, description: 'Without it all but the one that asks.' })
  session?: string | null;
}
