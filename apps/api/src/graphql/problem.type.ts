import { Field, ObjectType } from '@nestjs/graphql';
import { Nullable } from './fields.ts';

@ObjectType()
export class ProblemParam {
  @Field(() => String) name!: string;
  @Field(() => String) value!: string;
}

@ObjectType({
  description:
    'A problem that the person can act on. Its sentence is made from `code` and `params` in the reader’s language.',
})
export class Problem {
  @Field(() => String) code!: string;
  @Nullable(String) field!: string | null;
  @Field(() => [ProblemParam]) params!: ProblemParam[];
}

/** What every change answers: why it was refused, if it was. */
@ObjectType({ isAbstract: true })
export abstract class Payload {
  @Field(() => [Problem]) problems!: Problem[];
}
