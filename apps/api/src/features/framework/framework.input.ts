import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import {
  ActionKind,
  BenchmarkKind,
  BenchmarkSense,
  BreakKind,
  Direction,
  IndicatorKind,
  IndicatorRole,
  Pillar,
  RegionalMethod,
  Scope,
  ValueType,
} from '../../graphql/enums.ts';
import { Language } from '../../graphql/local-text.type.ts';

@InputType()
export class TextInput {
  @Field(() => Language)
  lang!: Language;

  @Field(() => String)
  text!: string;
}

@InputType()
export class SheetTextInput {
  @Field(() => String)
  key!: string;

  @Field(() => [TextInput])
  texts!: TextInput[];
}

@InputType()
export class StageTextInput {
  @Field(() => [TextInput])
  texts!: TextInput[];
}

@InputType()
export class BenchmarkInput {
  @Field(() => ID)
  id!: string;

  @Field(() => DecimalScalar)
  value!: string;

  @Field(() => DecimalScalar, { nullable: true })
  per?: string | null | undefined;

  @Field(() => BenchmarkKind)
  kind!: BenchmarkKind;

  @Field(() => BenchmarkSense)
  sense!: BenchmarkSense;

  @Field(() => String, { nullable: true })
  population?: string | null | undefined;

  @Field(() => [TextInput])
  label!: TextInput[];

  @Field(() => [TextInput])
  citation!: TextInput[];

  @Field(() => String, { nullable: true })
  url?: string | null | undefined;

  @Field(() => ID, { nullable: true })
  source?: string | null | undefined;
}

@InputType()
export class SeriesBreakInput {
  @Field(() => ID)
  area!: string;

  @Field(() => Int)
  year!: number;

  @Field(() => BreakKind)
  kind!: BreakKind;

  @Field(() => [TextInput])
  note!: TextInput[];

  @Field(() => ID, { nullable: true })
  source?: string | null | undefined;
}

@InputType()
export class ActionLinkInput {
  @Field(() => ID)
  indicator!: string;

  @Field(() => IndicatorRole)
  role!: IndicatorRole;

  @Field(() => DecimalScalar)
  weight!: string;
}

@InputType()
export class SaveActionInput {
  @Field(() => ID)
  code!: string;

  @Field(() => Int, { description: 'Version seen; 0 for a new one.' })
  expectedVersion!: number;

  @Field(() => ActionKind)
  kind!: ActionKind;

  @Field(() => Pillar)
  pillar!: Pillar;

  @Field(() => Scope)
  scope!: Scope;

  @Field(() => [TextInput])
  title!: TextInput[];

  @Field(() => [TextInput])
  text!: TextInput[];

  @Field(() => Int)
  position!: number;

  @Field(() => [ActionLinkInput])
  links!: ActionLinkInput[];

  @Field(() => String, { nullable: true, description: 'Needed where a weight or a role changes.' })
  reason?: string | null | undefined;

  @Field(() => String)
  idempotencyKey!: string;
}

@InputType()
export class SaveIndicatorInput {
  @Field(() => ID)
  code!: string;

  @Field(() => Int, { description: 'Version seen; 0 for a new one.' })
  expectedVersion!: number;

  @Field(() => IndicatorKind)
  kind!: IndicatorKind;

  @Field(() => Scope)
  scope!: Scope;

  @Field(() => String)
  unit!: string;

  @Field(() => [TextInput])
  unitText!: TextInput[];

  @Field(() => DecimalScalar)
  multiplier!: string;

  @Field(() => Int)
  decimals!: number;

  @Field(() => Direction)
  direction!: Direction;

  @Field(() => Boolean, {
    description: 'It counts what was reported to somebody: context, never scored.',
  })
  reportedCases!: boolean;

  @Field(() => ValueType)
  valueType!: ValueType;

  @Field(() => RegionalMethod)
  regionalMethod!: RegionalMethod;

  @Field(() => Boolean)
  sensitive!: boolean;

  @Field(() => Int)
  thresholdBase!: number;

  @Field(() => Int)
  thresholdDetailed!: number;

  @Field(() => DecimalScalar, { nullable: true })
  min?: string | null | undefined;

  @Field(() => DecimalScalar, { nullable: true })
  max?: string | null | undefined;

  @Field(() => Boolean)
  whole!: boolean;

  @Field(() => [String])
  breakdowns!: string[];

  @Field(() => String, { nullable: true })
  sdgCode?: string | null | undefined;

  @Field(() => String, { nullable: true })
  denominator?: string | null | undefined;

  @Field(() => [TextInput])
  name!: TextInput[];

  @Field(() => [TextInput])
  definition!: TextInput[];

  @Field(() => [StageTextInput], { nullable: true })
  stages?: StageTextInput[] | null | undefined;

  @Field(() => [SheetTextInput])
  sheet!: SheetTextInput[];

  @Field(() => Int)
  position!: number;

  @Field(() => [BenchmarkInput])
  benchmarks!: BenchmarkInput[];

  @Field(() => [SeriesBreakInput])
  breaks!: SeriesBreakInput[];

  @Field(() => String)
  idempotencyKey!: string;
}

@InputType()
export class SaveCycleInput {
  @Field(() => Int)
  year!: number;

  @Field(() => Int, { description: 'Version seen; 0 for a new one.' })
  expectedVersion!: number;

  @Field(() => String)
  opensOn!: string;

  @Field(() => String)
  dueOn!: string;

  @Field(() => String)
  closesOn!: string;

  @Field(() => Boolean, { description: 'Closed by hand, before its last day.' })
  closed!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Of a new cycle: begins with the assignments of that one.',
  })
  assignmentsOf?: number | null | undefined;

  @Field(() => String)
  idempotencyKey!: string;
}

@InputType()
export class AssignmentInput {
  @Field(() => ID)
  indicator!: string;

  @Field(() => ID)
  area!: string;

  @Field(() => ID, { nullable: true, description: 'Code; null: nobody reports it.' })
  organisation?: string | null | undefined;
}

@InputType()
export class AssignInput {
  @Field(() => Int)
  cycle!: number;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => [AssignmentInput])
  assignments!: AssignmentInput[];

  @Field(() => String)
  idempotencyKey!: string;
}
