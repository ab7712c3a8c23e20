import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { MissingReason } from '../../graphql/enums.ts';
import { IndicatorCell } from './indicator-cell.type.ts';

@ObjectType({
  description: 'value is null where it is hidden (status Q) or missing: never a number of its own.',
})
export class Point {
  @Field(() => Int) year!: number;
  @Field(() => DecimalScalar, { nullable: true }) value!: string | null;
  @Field(() => String) status!: string;
  @Field(() => MissingReason, { nullable: true }) missingReason!: MissingReason | null;
}

@ObjectType()
export class ShortSeries {
  @Field(() => IndicatorCell) cell!: IndicatorCell;
  @Field(() => [Point]) points!: Point[];
  @Field(() => Point, { nullable: true }) target!: Point | null;
  @Field(() => [String], { description: 'Who published the values.' }) bodies!: string[];
}
