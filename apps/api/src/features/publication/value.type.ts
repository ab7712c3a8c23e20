import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { FactBasis, MissingReason, Via } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';

/** What an earlier release showed in the same place. */
@ObjectType()
export class EarlierValue {
  /** The release in which it stood first. */
  @Field(() => ID) release!: string;
  @Field(() => String) publishedOn!: string;
  @Field(() => DecimalScalar, { nullable: true }) value!: string | null;
  @Field(() => String) obsStatus!: string;
}

@ObjectType()
export class Value {
  @Field(() => Int) year!: number;
  @Field(() => String) sex!: string;
  @Field(() => String) age!: string;
  @Field(() => String) urbanisation!: string;
  @Field(() => String) region!: string;
  @Field(() => String) breakdown!: string;
  @Field(() => DecimalScalar, { nullable: true }) value!: string | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Share of the way from baseline to target, 1 is all of it; null where none can be said, and for parts of a breakdown.',
  })
  progress!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) numerator!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) denominator!: string | null;
  @Field(() => String) obsStatus!: string;
  @Field(() => MissingReason, { nullable: true }) missingReason!: MissingReason | null;
  @Field(() => ID, { nullable: true }) source!: string | null;
  @Field(() => String, { nullable: true }) sourceText!: string | null;
  @Field(() => LocalText, {
    nullable: true,
    description:
      'The body that reported it; null for a figure of a named source, which is its publisher’s.',
  })
  body!: LocalText | null;
  @Field(() => String, {
    nullable: true,
    description:
      'What it is about where that is not its whole year: a date or a time interval of ISO 8601.',
  })
  period!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Of an element of a law: the date of the fact, YYYY, YYYY-MM or YYYY-MM-DD.',
  })
  factDate!: string | null;
  @Field(() => String, { nullable: true, description: 'The article that says so.' })
  provision!: string | null;
  @Field(() => FactBasis, { nullable: true }) basis!: FactBasis | null;
  @Field(() => LocalText, { nullable: true }) note!: LocalText | null;
  @Field(() => Via, { nullable: true }) via!: Via | null;
  @Field(() => String, { nullable: true }) submittedOn!: string | null;
  @Field(() => String, { nullable: true }) approvedOn!: string | null;
  @Field(() => Int, { nullable: true }) revision!: number | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Withdrawn for somebody’s safety, by two people; its permanent address answers 410.',
  })
  withdrawnOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was revised.' }) reason!:
    string | null;
  @Field(() => ID, { description: 'The release in which it stands like this for the first time.' })
  since!: string;
  @Field(() => String, { description: 'The day of that release.' }) sinceOn!: string;
  @Field(() => [EarlierValue], { description: 'What earlier releases showed here, oldest first.' })
  earlier!: EarlierValue[];
}
