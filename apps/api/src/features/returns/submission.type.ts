import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Evidence } from '../evidence/evidence.type.ts';

@ObjectType()
export class Submission {
  @Field(() => ID) id!: string;
  /** The receipt: `KGZ-2025-003`. */
  @Field(() => String) number!: string;
  @Field(() => String) submittedAt!: string;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => Evidence, { nullable: true }) letter!: Evidence | null;
  @Field(() => Int) cells!: number;
  @Field(() => Boolean) recallable!: boolean;
  @Field(() => String, { nullable: true }) recalledAt!: string | null;
}
