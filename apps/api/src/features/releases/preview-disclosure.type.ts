import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({
  description:
    'For the officer only: which cells are hidden, and whether for themselves or as a cover.',
})
export class HiddenCell {
  @Field(() => ID) indicator!: string;
  @Field(() => ID) area!: string;
  @Field(() => Int) year!: number;
  @Field(() => String, { nullable: true }) face!: string | null;
  @Field(() => Boolean) primary!: boolean;
  @Field(() => String, {
    description:
      'SMALL (a small count itself), RATE (a share, rate or yearly step gives a count away), COVER, WITHDRAWN (for safety), MINISTRY (suppressed by the ministry) or REGIONAL (gives a hidden country away).',
  })
  why!: string;
}

@ObjectType()
export class HeldTable {
  @Field(() => ID) indicator!: string;
  @Field(() => Int) year!: number;
  @Field(() => [String]) reasons!: string[];
}

@ObjectType()
export class WithheldFace {
  @Field(() => ID) indicator!: string;
  @Field(() => ID) area!: string;
  @Field(() => Int) year!: number;
  @Field(() => String) face!: string;
  @Field(() => String) reason!: string;
}
