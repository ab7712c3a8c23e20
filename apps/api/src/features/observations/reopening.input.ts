import { Field, ID, InputType, Int } from '@nestjs/graphql';

@InputType()
export class RequestReopenInput {
  @Field(() => ID) area!: string;
  @Field(() => Int) cycle!: number;
  @Field(() => ID) indicator!: string;
  @Field(() => String) reason!: string;
  @Field(() => String) idempotencyKey!: string;
}

@InputType()
export class GrantReopenInput {
  @Field(() => ID) reopening!: string;
  @Field(() => String, { description: 'An instant in ISO 8601, at most 31 days away.' })
  until!: string;
  @Field(() => String) idempotencyKey!: string;
}

@InputType()
export class DeclineReopenInput {
  @Field(() => ID) reopening!: string;
  @Field(() => String) note!: string;
  @Field(() => String) idempotencyKey!: string;
}

@InputType()
export class RevokeReopenInput {
  @Field(() => ID) reopening!: string;
  @Field(() => String) idempotencyKey!: string;
}
