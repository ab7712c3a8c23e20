import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class Submission {
  @Field(() => ID)
  id!: string;

  /** The receipt: `KGZ-2025-003`. */
  @Field(() => String)
  number!: string;

  @Field(() => String)
  submittedAt!: string;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => Int)
  cells!: number;

  @Field(() => Boolean)
  recallable!: boolean;

  @Field(() => String, { nullable: true })
  recalledAt!: string | null;
}
