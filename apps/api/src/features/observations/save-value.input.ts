import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { FactBasis, MissingReason, ReasonCode } from '../../graphql/enums.ts';
import { PartInput } from './part.type.ts';

@InputType()
export class SaveValueInput {
  @Field(() => ID) area!: string;
  @Field(() => Int) cycle!: number;
  @Field(() => ID) indicator!: string;
  @Field(() => PartInput, {
    nullable: true,
    description:
      'A part that the table of the indicator asks for, or an element of a law by its code as `breakdown`; without it the whole.',
  })
  part?: PartInput | null;
  @Field(() => Int, { description: '0 for the first save of a cell.' }) expectedVersion!: number;
  @Field(() => String) idempotencyKey!: string;
  @Field(() => DecimalScalar, { nullable: true }) value?: string | null;
  @Field(() => DecimalScalar, { nullable: true }) numerator?: string | null;
  @Field(() => DecimalScalar, { nullable: true }) denominator?: string | null;
  @Field(() => MissingReason, { nullable: true }) missingReason?: MissingReason | null;
  @Field(() => String, { nullable: true }) obsStatus?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Of an element of a law: when the stage was reached, YYYY, YYYY-MM or YYYY-MM-DD.',
  })
  factDate?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Of an element of a law: the article, decree or page that says it.',
  })
  provision?: string | null;
  @Field(() => FactBasis, {
    nullable: true,
    description: 'Of an element of a law; OFFICIAL unless said.',
  })
  basis?: FactBasis | null;
  @Field(() => String, { nullable: true }) sourceText?: string | null;
  @Field(() => String, { nullable: true }) comment?: string | null;
  @Field(() => ReasonCode, { nullable: true }) reason?: ReasonCode | null;
}
