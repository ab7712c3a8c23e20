import { Field, ID, InputType, Int } from '@nestjs/graphql';

@InputType()
export class RemindReportersInput {
  @Field(() => ID)
  area!: string;

  @Field(() => Int)
  cycle!: number;

  @Field(() => String)
  idempotencyKey!: string;
}

@InputType()
export class SendAgainInput {
  @Field(() => ID)
  notification!: string;

  @Field(() => String)
  idempotencyKey!: string;
}
