import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import {
  Direction,
  IndicatorKind,
  Language,
  PlanDecision,
  PlanState,
  TargetPath,
} from '../../graphql/enums.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Payload } from '../../graphql/problem.type.ts';
import { YearValue } from '../observations/cell.type.ts';
import { Person } from '../users/person.type.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';

@InputType('PlanPointInput')
@ObjectType()
export class PlanPoint {
  @Field(() => Int) year!: number;
  @Field(() => DecimalScalar) value!: string;
}

@ObjectType()
export class TargetPlan {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => PlanState) state!: PlanState;
  @Nullable(Int) baselineYear!: number | null;
  @Nullable(DecimalScalar) baselineValue!: string | null;
  @Field(() => TargetPath) path!: TargetPath;
  @Field(() => [PlanPoint]) points!: PlanPoint[];
  @Field(() => DecimalScalar) tolerance!: string;
  @Field(() => Boolean) reference!: boolean;
  @Field(() => LocalText) rationale!: LocalText;
  @Nullable(LocalText) citation!: LocalText | null;
  @Nullable(Person) proposedBy!: Person | null;
  @Field(() => String) proposedAt!: string;
  @Nullable(Person) decidedBy!: Person | null;
  @Nullable(String) decidedAt!: string | null;
}

@ObjectType()
export class TargetRow {
  @Field(() => ID) indicator!: string;
  @Field(() => LocalText) name!: LocalText;
  @Field(() => IndicatorKind) kind!: IndicatorKind;
  @Field(() => Direction) direction!: Direction;
  @Field(() => String) unit!: string;
  @Field(() => LocalText) unitText!: LocalText;
  @Field(() => Int) decimals!: number;
  @Nullable(DecimalScalar) min!: string | null;
  @Nullable(DecimalScalar) max!: string | null;
  @Nullable(DecimalScalar) step!: string | null;
  @Field(() => Boolean) whole!: boolean;
  @Nullable([LocalText]) stages!: LocalText[] | null;
  @Field(() => [YearValue]) history!: YearValue[];
  @Described([TargetPlan], 'The plans, first the one in force and one that waits for confirmation.')
  plans!: TargetPlan[];
}

@ObjectType()
export class TargetDesk {
  @Field(() => ID) area!: string;
  @Field(() => LocalText) areaName!: LocalText;
  @Field(() => [TargetRow]) rows!: TargetRow[];
}

@ObjectType()
export class TargetPayload extends Payload {
  @Nullable(TargetRow) row!: TargetRow | null;
}

@ObjectType()
export class TargetGridArea {
  @Field(() => ID) area!: string;
  @Field(() => LocalText) areaName!: LocalText;
  @Field(() => TargetRow) row!: TargetRow;
}

@ObjectType({ description: 'One indicator in every area that can have a target for it.' })
export class TargetGrid {
  @Field(() => ID) indicator!: string;
  @Field(() => [TargetGridArea]) areas!: TargetGridArea[];
}

@ObjectType()
export class TargetGridPayload extends Payload {
  @Nullable(TargetGrid) grid!: TargetGrid | null;
}

@InputType()
export class AreaPlanInput {
  @Field(() => ID) area!: string;
  @Described(Int, 'The version of the newest plan that was seen; 0 if there is none.')
  expectedVersion!: number;
  @Nullable(Int) baselineYear?: number | null;
  @Nullable(DecimalScalar) baselineValue?: string | null;
  @Field(() => TargetPath) path!: TargetPath;
  @Field(() => [PlanPoint]) points!: PlanPoint[];
  @Nullable(DecimalScalar) tolerance?: string | null;
}

@InputType()
export class ProposeTargetInput extends AreaPlanInput {
  @Field(() => ID) indicator!: string;
  @Field(() => String) rationale!: string;
  @Field(() => Language) rationaleLang!: Language;
  @Field(() => String) idempotencyKey!: string;
}

@InputType({ description: 'Targets for several areas with one rationale: all or none.' })
export class ProposeTargetsInput extends ChangeInput {
  @Field(() => ID) indicator!: string;
  @Field(() => [AreaPlanInput]) plans!: AreaPlanInput[];
  @Field(() => String) rationale!: string;
  @Field(() => Language) rationaleLang!: Language;
}

@InputType()
export class DecideTargetInput extends ChangeInput {
  @Field(() => ID) plan!: string;
  @Field(() => PlanDecision) decision!: PlanDecision;
}
