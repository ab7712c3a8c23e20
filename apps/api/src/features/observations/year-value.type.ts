import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';

@ObjectType()
export class YearValue {
  @Field(() => Int) year!: number;
  @Field(() => DecimalScalar, { nullable: true }) value!: string | null;
  @Field(() => String) status!: string;
}
