import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class ProblemParam {
  @Field(() => String) name!: string;
  @Field(() => String) value!: string;
}

@ObjectType({
  description:
    "Expected trouble. The sentence is chosen by the reader's language from code and params.",
})
export class Problem {
  @Field(() => String) code!: string;
  @Field(() => String, { nullable: true }) field!: string | null;
  @Field(() => [ProblemParam]) params!: ProblemParam[];
}

/** What every change answers: why it was refused, if it was. */
@ObjectType({ isAbstract: true })
export abstract class Payload {
  @Field(() => [Problem]) problems!: Problem[];
}
