import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import {
  ActionKind,
  BenchmarkKind,
  BenchmarkSense,
  BreakKind,
  CentresIn,
  Direction,
  ElementOrigin,
  IndicatorKind,
  IndicatorRole,
  Language,
  RegionalMethod,
  Scope,
  ValueType,
} from '../../graphql/enums.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { IndicatorFields } from '../../graphql/plain-fields.type.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Payload, Problem } from '../../graphql/problem.type.ts';
import { Person } from '../users/person.type.ts';

@InputType('SheetTextInput')
@ObjectType()
export class SheetText {
  @Field(() => String) key!: string;
  @Field(() => [LocalText]) texts!: LocalText[];
}

@InputType('StageTextInput')
@ObjectType()
export class StageText {
  @Field(() => [LocalText]) texts!: LocalText[];
}

@ObjectType({
  description: 'How many of the required texts of an indicator exist in one language.',
})
export class Completeness {
  @Field(() => Language) lang!: Language;
  @Field(() => Int) filled!: number;
  @Field(() => Int) total!: number;
}

@InputType('BenchmarkInput')
@ObjectType()
export class FrameworkBenchmark {
  @Field(() => ID) id!: string;
  @Field(() => DecimalScalar) value!: string;
  @Nullable(DecimalScalar) per!: string | null;
  @Field(() => BenchmarkKind) kind!: BenchmarkKind;
  @Field(() => BenchmarkSense) sense!: BenchmarkSense;
  @Nullable(String) population!: string | null;
  @Field(() => [LocalText]) label!: LocalText[];
  @Field(() => [LocalText]) citation!: LocalText[];
  @Nullable(String) url!: string | null;
  @Nullable(ID) source!: string | null;
}

@ObjectType({ description: 'An element of a law, as it is edited.' })
export class FrameworkElement {
  @Field(() => ID) code!: string;
  @Field(() => [LocalText]) name!: LocalText[];
  @Field(() => [LocalText]) definition!: LocalText[];
  @Nullable(String, 'The international instrument that asks for it.')
  instrument!: string | null;
  @Field(() => ElementOrigin) origin!: ElementOrigin;
  @Described(Boolean, 'False if the element is shown beside the law but not counted.')
  counts!: boolean;
  @Described(Boolean, 'True if facts exist for the element, so that it keeps its code.')
  inUse!: boolean;
}

@InputType('SeriesBreakInput')
@ObjectType()
export class FrameworkBreak {
  @Field(() => ID) area!: string;
  @Field(() => Int) year!: number;
  @Field(() => BreakKind) kind!: BreakKind;
  @Field(() => [LocalText]) note!: LocalText[];
  @Nullable(ID) source!: string | null;
}

@ObjectType({ description: 'An indicator as it is edited, with every text in all languages.' })
export class FrameworkIndicatorSheet extends IndicatorFields {
  @Field(() => ID) code!: string;
  @Field(() => Int) version!: number;
  @Described(
    Boolean,
    'True if a release has values of it, so that its kind and unit can no longer be changed.',
  )
  released!: boolean;
  @Field(() => [ID]) actions!: string[];
  @Field(() => IndicatorKind) kind!: IndicatorKind;
  @Field(() => Scope) scope!: Scope;
  @Field(() => String) unit!: string;
  @Field(() => [LocalText]) unitText!: LocalText[];
  @Field(() => DecimalScalar) multiplier!: string;
  @Field(() => Int) decimals!: number;
  @Field(() => Direction) direction!: Direction;
  @Described(Boolean, 'True if it counts reported cases: it is context and never scored.')
  reportedCases!: boolean;
  @Nullable(
    CentresIn,
    'For a figure about shelters: where it gives the number of centres behind it. Below national level the figure is hidden if there are fewer than three.',
  )
  centresIn!: CentresIn | null;
  @Field(() => ValueType) valueType!: ValueType;
  @Field(() => RegionalMethod) regionalMethod!: RegionalMethod;
  @Field(() => Boolean) sensitive!: boolean;
  @Field(() => Int) thresholdBase!: number;
  @Field(() => Int) thresholdDetailed!: number;
  @Nullable(DecimalScalar) min!: string | null;
  @Nullable(DecimalScalar) max!: string | null;
  @Nullable(
    DecimalScalar,
    'The step between allowed values, from the lower limit on: 50 for an index of 0, 50 or 100.',
  )
  step!: string | null;
  @Field(() => Boolean) whole!: boolean;
  @Field(() => [String]) breakdowns!: string[];
  @Nullable(
    String,
    'The count that the numerator is, or the value if it is a number: `A2.4` for what that indicator counts, `A2.5:DENOMINATOR` for that indicator’s denominator.',
  )
  numeratorOf!: string | null;
  @Nullable(
    String,
    'The count that the denominator is: `A2.4` for what that indicator counts, `A2.5:DENOMINATOR` for that indicator’s denominator, or a kind of population.',
  )
  denominatorOf!: string | null;
  @Field(() => [LocalText]) name!: LocalText[];
  @Field(() => [LocalText]) definition!: LocalText[];
  @Nullable([StageText]) stages!: StageText[] | null;
  @Described(
    [FrameworkElement],
    'The elements of a law, in order; empty for other kinds of indicators.',
  )
  elements!: FrameworkElement[];
  @Field(() => [SheetText]) sheet!: SheetText[];
  @Field(() => Int) position!: number;
  @Field(() => [FrameworkBenchmark]) benchmarks!: FrameworkBenchmark[];
  @Field(() => [FrameworkBreak]) breaks!: FrameworkBreak[];
}

@InputType('ActionLinkInput')
@ObjectType()
export class FrameworkLink {
  @Field(() => ID) indicator!: string;
  @Field(() => IndicatorRole) role!: IndicatorRole;
  @Field(() => DecimalScalar) weight!: string;
}

@ObjectType()
export class FrameworkAction {
  @Field(() => ID) code!: string;
  @Field(() => Int) version!: number;
  @Field(() => ActionKind) kind!: ActionKind;
  @Field(() => Scope) scope!: Scope;
  @Field(() => [LocalText]) title!: LocalText[];
  @Described([LocalText], 'The words of the meeting, verbatim.')
  quote!: LocalText[];
  @Described([LocalText], 'How the programme understands these words.')
  reading!: LocalText[];
  @Field(() => Int) position!: number;
  @Field(() => [FrameworkLink]) links!: FrameworkLink[];
}

@ObjectType()
export class FrameworkIndicator {
  @Field(() => ID) code!: string;
  @Field(() => LocalText) name!: LocalText;
  @Field(() => IndicatorKind) kind!: IndicatorKind;
  @Field(() => Scope) scope!: Scope;
  @Field(() => Direction) direction!: Direction;
  @Field(() => Boolean) reportedCases!: boolean;
  @Field(() => Int) version!: number;
  @Field(() => [Completeness]) completeness!: Completeness[];
}

@ObjectType({
  description: 'Why weights or roles in an action, or the elements of a law, were changed.',
})
export class MethodNote {
  @Field(() => Int) number!: number;
  @Nullable(ID) action!: string | null;
  @Nullable(ID, 'The law, if the note is about its elements.')
  indicator!: string | null;
  @Field(() => String) reason!: string;
  @Field(() => Person) author!: Person;
  @Field(() => String) createdAt!: string;
}

@ObjectType()
export class Framework {
  @Field(() => [FrameworkAction]) actions!: FrameworkAction[];
  @Field(() => [FrameworkIndicator]) indicators!: FrameworkIndicator[];
  @Field(() => [MethodNote]) notes!: MethodNote[];
}

@ObjectType()
export class ActionPayload extends Payload {
  @Nullable(FrameworkAction) action!: FrameworkAction | null;
}

@ObjectType()
export class IndicatorPayload extends Payload {
  @Nullable(FrameworkIndicatorSheet)
  indicator!: FrameworkIndicatorSheet | null;
  @Described(
    [Problem],
    'Warnings about what was saved: counts that equal those of another indicator.',
  )
  warnings!: Problem[];
}
