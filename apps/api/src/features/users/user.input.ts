import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Role } from '../../graphql/enums.ts';

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
