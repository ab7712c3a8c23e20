import { Field, InputType } from '@nestjs/graphql';

/** The input of every change at a desk. If it is sent again with the same key, it gets the same answer and is not done again. */
@InputType({ isAbstract: true })
export abstract class ChangeInput {
  @Field(() => String) idempotencyKey!: string;
}
