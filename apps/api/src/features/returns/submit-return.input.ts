import { Field, ID, InputType, Int } from '@nestjs/graphql';

@InputType()
export class SubmitCellInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
}

@InputType()
export class SubmitReturnInput {
  @Field(() => ID) area!: string;
  @Field(() => Int) cycle!: number;
  @Field(() => [SubmitCellInput]) cells!: SubmitCellInput[];
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: "The head's signed letter: a file of the area's evidence.",
  })
  letter?: string | null;
  @Field(() => String) idempotencyKey!: string;
}

@InputType()
export class RecallSubmissionInput {
  @Field(() => ID) submission!: string;
  @Field(() => String) idempotencyKey!: string;
}
