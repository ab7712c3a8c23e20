import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { IndicatorAssessment } from './assessment.type.ts';
import { Target } from './target.type.ts';
import { Value } from './value.type.ts';

@ObjectType()
export class SeriesBreak {
  @Field(() => ID) area!: string;
  @Field(() => Int) year!: number;
  @Field(() => String) kind!: string;
  @Field(() => LocalText) note!: LocalText;
  @Field(() => ID, { nullable: true }) source!: string | null;
}

@ObjectType()
export class Alternative {
  @Field(() => ID) area!: string;
  @Field(() => Int) year!: number;
  @Field(() => DecimalScalar) value!: string;
  @Field(() => ID) source!: string;
  @Field(() => LocalText) note!: LocalText;
  @Field(() => LocalText) chosen!: LocalText;
}

@ObjectType()
export class Withheld {
  @Field(() => Int) year!: number;
  @Field(() => String) face!: string;
}

@ObjectType()
export class Series {
  @Field(() => ID) area!: string;
  @Field(() => [Value], { description: 'Not broken down.' }) values!: Value[];
  @Field(() => [Value]) breakdowns!: Value[];
  @Field(() => Target, { nullable: true }) target!: Target | null;
  @Field(() => IndicatorAssessment, { nullable: true }) assessment!: IndicatorAssessment | null;
  @Field(() => [SeriesBreak]) breaks!: SeriesBreak[];
  @Field(() => [Alternative]) alternatives!: Alternative[];
  @Field(() => [Withheld]) withheld!: Withheld[];
}
