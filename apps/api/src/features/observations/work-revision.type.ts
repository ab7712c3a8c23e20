import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { FactBasis, type Language, MissingReason, ReasonCode } from '../../graphql/enums.ts';
import { Nullable } from '../../graphql/fields.ts';
import { LocalText, pickText, type Texts } from '../../graphql/local-text.type.ts';
import { Person } from '../users/person.type.ts';

@ObjectType()
export class WorkRevision {
  @Field(() => ID) id!: string;
  @Field(() => Int) number!: number;
  @Nullable(DecimalScalar) value!: string | null;
  @Nullable(DecimalScalar) numerator!: string | null;
  @Nullable(DecimalScalar) denominator!: string | null;
  @Nullable(MissingReason) missingReason!: MissingReason | null;
  @Field(() => String) obsStatus!: string;
  @Nullable(String) sourceText!: string | null;
  @Nullable(String, 'Publisher and title, if the figure comes from a named public source.')
  namedSource!: string | null;
  @Nullable(
    LocalText,
    'The body that reports the value. It is the source if no other is named; null for a figure from a named public source.',
  )
  body!: LocalText | null;
  @Nullable(
    String,
    'The period that the value is about, if that is not its whole year: a date or time interval of ISO 8601.',
  )
  period!: string | null;
  @Nullable(
    String,
    'For an element of a law: when the stage was reached, as YYYY, YYYY-MM or YYYY-MM-DD.',
  )
  factDate!: string | null;
  @Nullable(String, 'For an element of a law: the article, decree or page that proves it.')
  provision!: string | null;
  @Nullable(FactBasis) basis!: FactBasis | null;
  @Nullable(String) comment!: string | null;
  @Nullable(ReasonCode) reason!: ReasonCode | null;
  @Field(() => String) via!: string;
  @Nullable(Person) author!: Person | null;
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
