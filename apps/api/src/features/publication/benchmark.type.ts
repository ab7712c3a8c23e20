import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { LocalText } from '../../graphql/local-text.type.ts';

@ObjectType()
export class Benchmark {
  @Field(() => ID) id!: string;
  @Field(() => DecimalScalar) value!: string;
  @Field(() => DecimalScalar, { nullable: true }) per!: string | null;
  @Field(() => String) kind!: string;
  @Field(() => String) sense!: string;
  @Field(() => LocalText) label!: LocalText;
  @Field(() => LocalText) citation!: LocalText;
  @Field(() => String, { nullable: true }) url!: string | null;
}
