import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { FactBasis, MissingReason, ReasonCode } from '../../graphql/enums.ts';

@InputType()
export class CorrectValueInput {
  @Field(() => ID) observation!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => ReasonCode) reason!: ReasonCode;
  @Field(() => DecimalScalar, { nullable: true }) value?: string | null;
  @Field(() => DecimalScalar, { nullable: true }) numerator?: string | null;
  @Field(() => DecimalScalar, { nullable: true }) denominator?: string | null;
  @Field(() => MissingReason, { nullable: true }) missingReason?: MissingReason | null;
  @Field(() => String, { nullable: true }) factDate?: string | null;
  @Field(() => String, { nullable: true }) provision?: string | null;
  @Field(() => FactBasis, { nullable: true }) basis?: FactBasis | null;
  @Field(() => String, { nullable: true }) sourceText?: string | null;
  @Field(() => String, { nullable: true }) comment?: string | null;
  @Field(() => String) idempotencyKey!: string;
}
