import { Field, ID, InputType } from '@nestjs/graphql';

@InputType()
export class SendAgainInput {
  @Field(() => ID)
  notification!: string;

  @Field(() => String)
  idempotencyKey!: string;
}
