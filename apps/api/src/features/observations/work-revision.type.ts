import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { MissingReason, ReasonCode } from '../../graphql/enums.ts';
import { Person } from '../users/person.type.ts';

@ObjectType()
export class WorkRevision {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => DecimalScalar, { nullable: true })
  value!: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  numerator!: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  denominator!: string | null;

  @Field(() => MissingReason, { nullable: true })
  missingReason!: MissingReason | null;

  @Field(() => String)
  obsStatus!: string;

  @Field(() => String, { nullable: true })
  sourceText!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Publisher and title, where the figure was taken from a named public source.',
  })
  namedSource!: string | null;

  @Field(() => String, { nullable: true })
  comment!: string | null;

  @Field(() => ReasonCode, { nullable: true })
  reason!: ReasonCode | null;

  @Field(() => String)
  via!: string;

  @Field(() => Person, { nullable: true })
  author!: Person | null;

  @Field(() => String)
  createdAt!: string;
}
