import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { Problem } from '../../graphql/problem.type.ts';

@InputType({
  description:
    'States that two counts that are equal somewhere, one shown and one hidden, are of different people.',
})
export class StateDifferentCountsInput {
  @Field(() => String, {
    description: 'As the framework names counts: `A5.8`, or `A5.4:DENOMINATOR`.',
  })
  count!: string;

  @Field(() => String)
  other!: string;

  @Field(() => String, { description: 'In what they differ.' })
  reason!: string;

  @Field(() => String)
  idempotencyKey!: string;
}

@ObjectType()
export class DifferentCountsPayload {
  @Field(() => [Problem])
  problems!: Problem[];
}
