import { Field, InputType } from '@nestjs/graphql';

/** What every change at a desk brings: sent again under the same key, it is answered again and not done again. */
@InputType({ isAbstract: true })
export abstract class ChangeInput {
  @Field(() => String) idempotencyKey!: string;
}
