import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { Direction, IndicatorKind } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Problem } from '../../graphql/problem.type.ts';
import { YearValue } from '../observations/year-value.type.ts';
import { TargetPlan } from './target-plan.type.ts';

@ObjectType()
export class TargetRow {
  @Field(() => ID) indicator!: string;
  @Field(() => LocalText) name!: LocalText;
  @Field(() => IndicatorKind) kind!: IndicatorKind;
  @Field(() => Direction) direction!: Direction;
  @Field(() => String) unit!: string;
  @Field(() => LocalText) unitText!: LocalText;
  @Field(() => Int) decimals!: number;
  @Field(() => DecimalScalar, { nullable: true }) min!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) max!: string | null;
  @Field(() => [LocalText], { nullable: true }) stages!: LocalText[] | null;
  @Field(() => [YearValue]) history!: YearValue[];
  @Field(() => [TargetPlan], {
    description: 'The plan in force and one that waits for confirmation come first.',
  })
  plans!: TargetPlan[];
}

@ObjectType()
export class TargetDesk {
  @Field(() => ID) area!: string;
  @Field(() => LocalText) areaName!: LocalText;
  @Field(() => [TargetRow]) rows!: TargetRow[];
}

@ObjectType()
export class TargetPayload {
  @Field(() => TargetRow, { nullable: true }) row!: TargetRow | null;
  @Field(() => [Problem]) problems!: Problem[];
}

@ObjectType()
export class TargetGridArea {
  @Field(() => ID) area!: string;
  @Field(() => LocalText) areaName!: LocalText;
  @Field(() => TargetRow) row!: TargetRow;
}

@ObjectType({ description: 'One indicator in every area that can have a target of it.' })
export class TargetGrid {
  @Field(() => ID) indicator!: string;
  @Field(() => [TargetGridArea]) areas!: TargetGridArea[];
}

@ObjectType()
export class TargetGridPayload {
  @Field(() => TargetGrid, { nullable: true }) grid!: TargetGrid | null;
  @Field(() => [Problem]) problems!: Problem[];
}
