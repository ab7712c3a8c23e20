import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Language, Role } from '../../graphql/enums.ts';

@InputType()
export class InviteUserInput {
  @Field(() => String)
  email!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Role)
  role!: Role;

  @Field(() => ID, { nullable: true })
  area?: string | null;

  @Field(() => ID, { nullable: true })
  organisation?: string | null;

  @Field(() => Language, { defaultValue: Language.ru, description: 'In which mails are written.' })
  language!: Language;

  @Field(() => String)
  idempotencyKey!: string;
}

@InputType()
export class ChangeUserInput {
  @Field(() => ID)
  user!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => String)
  name!: string;

  @Field(() => Role)
  role!: Role;

  @Field(() => ID, { nullable: true })
  area?: string | null;

  @Field(() => ID, { nullable: true })
  organisation?: string | null;

  @Field(() => Language, { nullable: true, description: 'Of mails; without it as before.' })
  language?: Language | null;

  @Field(() => String)
  idempotencyKey!: string;
}

@InputType()
export class ChangeEmailInput {
  @Field(() => ID)
  user!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => String, { description: 'The new address, to which the link goes.' })
  email!: string;

  @Field(() => String)
  idempotencyKey!: string;
}

@InputType()
export class EraseUserInput {
  @Field(() => ID)
  user!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => String)
  idempotencyKey!: string;
}

@InputType()
export class HandOverDutiesInput {
  @Field(() => ID)
  from!: string;

  @Field(() => ID)
  to!: string;

  @Field(() => Int, { description: 'Of the one who leaves.' })
  expectedVersion!: number;

  @Field(() => Boolean, { description: 'Shut the account of the one who leaves.' })
  disable!: boolean;

  @Field(() => String)
  idempotencyKey!: string;
}

@InputType()
export class ChooseLanguageInput {
  @Field(() => Language)
  language!: Language;

  @Field(() => String)
  idempotencyKey!: string;
}

@InputType()
export class DisableUserInput {
  @Field(() => ID)
  user!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => Boolean, { description: 'False lets the person in again.' })
  disabled!: boolean;

  @Field(() => String)
  idempotencyKey!: string;
}

@InputType()
export class RenewInvitationInput {
  @Field(() => ID)
  user!: string;

  @Field(() => String)
  idempotencyKey!: string;
}

@InputType()
export class ConfirmAccountInput {
  @Field(() => ID)
  user!: string;

  @Field(() => Int, { description: 'Of the account that was looked at.' })
  expectedVersion!: number;

  @Field(() => String)
  idempotencyKey!: string;
}

@InputType()
export class EndSessionsInput {
  @Field(() => ID)
  user!: string;

  @Field(() => ID, { nullable: true, description: 'Without it all of them.' })
  session?: string | null;

  @Field(() => String)
  idempotencyKey!: string;
}

@InputType()
export class EndOwnSessionsInput {
  @Field(() => ID, { nullable: true, description: 'Without it all but the one that asks.' })
  session?: string | null;

  @Field(() => String)
  idempotencyKey!: string;
}
