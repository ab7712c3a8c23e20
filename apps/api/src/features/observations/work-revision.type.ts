import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { FactBasis, type Language, MissingReason, ReasonCode } from '../../graphql/enums.ts';
import { LocalText, pickText, type Texts } from '../../graphql/local-text.type.ts';
import { Person } from '../users/person.type.ts';

@ObjectType()
export class WorkRevision {
  @Field(() => ID) id!: string;
  @Field(() => Int) number!: number;
  @Field(() => DecimalScalar, { nullable: true }) value!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) numerator!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) denominator!: string | null;
  @Field(() => MissingReason, { nullable: true }) missingReason!: MissingReason | null;
  @Field(() => String) obsStatus!: string;
  @Field(() => String, { nullable: true }) sourceText!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Publisher and title, if the figure comes from a named public source.',
  })
  namedSource!: string | null;
  @Field(() => LocalText, {
    nullable: true,
    description:
      'The body that reports the value. It is the source if no other is named; null for a figure from a named public source.',
  })
  body!: LocalText | null;
  @Field(() => String, {
    nullable: true,
    description:
      'The period that the value is about, if that is not its whole year: a date or time interval of ISO 8601.',
  })
  period!: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'For an element of a law: when the stage was reached, as YYYY, YYYY-MM or YYYY-MM-DD.',
  })
  factDate!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'For an element of a law: the article, decree or page that proves it.',
  })
  provision!: string | null;
  @Field(() => FactBasis, { nullable: true }) basis!: FactBasis | null;
  @Field(() => String, { nullable: true }) comment!: string | null;
  @Field(() => ReasonCode, { nullable: true }) reason!: ReasonCode | null;
  @Field(() => String) via!: string;
  @Field(() => Person, { nullable: true }) author!: Person | null;
  @Field(() => String) createdAt!: string;
}

/** A revision as it is read: with the names of the body in every language. */
export type StoredRevision = Omit<WorkRevision, 'body'> & { bodyNames: Texts | null };

export function inLanguage(
  { bodyNames, ...revision }: StoredRevision,
  lang: Language,
): WorkRevision {
  return { ...revision, body: bodyNames && pickText(bodyNames, lang) };
}
