import { Field, ID, InputType, Int, PickType } from '@nestjs/graphql';
import { PLAIN_FIELD_NAMES } from '@qadam/domain';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { Language } from '../../graphql/enums.ts';
import {
  FrameworkAction,
  FrameworkBenchmark,
  FrameworkBreak,
  FrameworkElement,
  FrameworkIndicatorSheet,
  FrameworkLink,
} from './framework.type.ts';

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

/** Fields that are read and written alike are declared at the type; an input adds what may be left out, and its texts. */
@InputType()
export class BenchmarkInput extends PickType(
  FrameworkBenchmark,
  ['id', 'value', 'kind', 'sense'],
  InputType,
) {
  @Field(() => DecimalScalar, { nullable: true })
  per?: string | null | undefined;

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
export class ElementInput extends PickType(
  FrameworkElement,
  ['code', 'origin', 'counts'],
  InputType,
) {
  @Field(() => [TextInput])
  name!: TextInput[];

  @Field(() => [TextInput])
  definition!: TextInput[];

  @Field(() => String, { nullable: true })
  instrument?: string | null | undefined;
}

@InputType()
export class SeriesBreakInput extends PickType(
  FrameworkBreak,
  ['area', 'year', 'kind'],
  InputType,
) {
  @Field(() => [TextInput])
  note!: TextInput[];

  @Field(() => ID, { nullable: true })
  source?: string | null | undefined;
}

@InputType()
export class ActionLinkInput extends PickType(
  FrameworkLink,
  ['indicator', 'role', 'weight'],
  InputType,
) {}

@InputType()
export class SaveActionInput extends PickType(
  FrameworkAction,
  ['code', 'kind', 'scope', 'position'],
  InputType,
) {
  @Field(() => Int, { description: 'Version seen; 0 for a new one.' })
  expectedVersion!: number;

  @Field(() => [TextInput])
  title!: TextInput[];

  @Field(() => [TextInput], { description: 'The words of the meeting, verbatim.' })
  quote!: TextInput[];

  @Field(() => [TextInput], { description: 'How the programme reads it.' })
  reading!: TextInput[];

  @Field(() => [ActionLinkInput])
  links!: ActionLinkInput[];

  @Field(() => String, { nullable: true, description: 'Needed where a weight or a role changes.' })
  reason?: string | null | undefined;

  @Field(() => String)
  idempotencyKey!: string;
}

@InputType()
export class SaveIndicatorInput extends PickType(
  FrameworkIndicatorSheet,
  [
    'code',
    'kind',
    'scope',
    'unit',
    'multiplier',
    'decimals',
    'direction',
    'reportedCases',
    'centresIn',
    'valueType',
    'regionalMethod',
    'sensitive',
    'thresholdBase',
    'thresholdDetailed',
    'whole',
    'breakdowns',
    'position',
    ...PLAIN_FIELD_NAMES,
  ],
  InputType,
) {
  @Field(() => Int, { description: 'Version seen; 0 for a new one.' })
  expectedVersion!: number;

  @Field(() => [TextInput])
  unitText!: TextInput[];

  @Field(() => DecimalScalar, { nullable: true })
  min?: string | null | undefined;

  @Field(() => DecimalScalar, { nullable: true })
  max?: string | null | undefined;

  @Field(() => String, { nullable: true })
  numeratorOf?: string | null | undefined;

  @Field(() => String, { nullable: true })
  denominatorOf?: string | null | undefined;

  @Field(() => [TextInput])
  name!: TextInput[];

  @Field(() => [TextInput])
  definition!: TextInput[];

  @Field(() => [StageTextInput], { nullable: true })
  stages?: StageTextInput[] | null | undefined;

  @Field(() => [ElementInput])
  elements!: ElementInput[];

  @Field(() => [SheetTextInput])
  sheet!: SheetTextInput[];

  @Field(() => [BenchmarkInput])
  benchmarks!: BenchmarkInput[];

  @Field(() => [SeriesBreakInput])
  breaks!: SeriesBreakInput[];

  @Field(() => String, {
    nullable: true,
    description: 'Needed where a law gets or loses an element, or one begins or ceases to count.',
  })
  reason?: string | null | undefined;

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
