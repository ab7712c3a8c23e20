import { Field, ID, InputType } from '@nestjs/graphql';

@InputType()
export class WriteMessageInput {
  @Field(() => ID) observation!: string;
  @Field(() => String) text!: string;
  @Field(() => String) idempotencyKey!: string;
}
