import { Field, ID, Int, ObjectType, OmitType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { FactBasis, MissingReason, Status, TargetPath, Via } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Described, NEXT_PAGE, Nullable } from '../../graphql/fields.ts';
import { Release } from './page-parts.type.ts';
import { Level } from './progress.type.ts';

/** How many parts of each area come with the page of an indicator: enough for a whole year of a country divided by sex, age and region. */
export const FIRST_PARTS = 50;

/** What an earlier release showed in the same cell. */
@ObjectType()
export class EarlierValue {
  /** The first release that showed it. */
  @Field(() => ID) release!: string;
  @Field(() => String) publishedOn!: string;
  @Nullable(DecimalScalar) value!: string | null;
  @Field(() => String) obsStatus!: string;
}

@ObjectType()
export class Value {
  @Field(() => Int) year!: number;
  @Field(() => String) sex!: string;
  @Field(() => String) age!: string;
  @Field(() => String) urbanisation!: string;
  @Field(() => String) region!: string;
  @Field(() => String) breakdown!: string;
  @Nullable(DecimalScalar) value!: string | null;
  @Nullable(
    DecimalScalar,
    'The share of the way from baseline to target that is done: 1 is all of it. Null if it cannot be computed, and for parts of a breakdown.',
  )
  progress!: string | null;
  @Nullable(DecimalScalar) numerator!: string | null;
  @Nullable(DecimalScalar) denominator!: string | null;
  @Field(() => String) obsStatus!: string;
  @Nullable(MissingReason) missingReason!: MissingReason | null;
  @Nullable(ID) source!: string | null;
  @Nullable(String) sourceText!: string | null;
  @Nullable(
    LocalText,
    'The body that reported the value; null for a figure taken from a named source, where it is the publisher.',
  )
  body!: LocalText | null;
  @Nullable(
    String,
    'The period that the value is about, if that is not its whole year: a date or time interval of ISO 8601.',
  )
  period!: string | null;
  @Nullable(
    String,
    'For an element of a law: the date of the fact, as YYYY, YYYY-MM or YYYY-MM-DD.',
  )
  factDate!: string | null;
  @Nullable(String, 'The article that proves it.') provision!: string | null;
  @Nullable(FactBasis) basis!: FactBasis | null;
  @Nullable(LocalText) note!: LocalText | null;
  @Nullable(Via) via!: Via | null;
  @Nullable(String) submittedOn!: string | null;
  @Nullable(String) approvedOn!: string | null;
  @Nullable(Int) revision!: number | null;
  @Nullable(
    String,
    'The day on which two people withdrew the value for somebody’s safety. Its permanent address answers 410.',
  )
  withdrawnOn!: string | null;
  @Nullable(String, 'Why the value was revised.') reason!: string | null;
  @Described(ID, 'The first release that shows the value as it is now.') since!: string;
  @Described(String, 'The day of that release.') sinceOn!: string;
  @Described([EarlierValue], 'What earlier releases showed in this cell, oldest first.')
  earlier!: EarlierValue[];
}

@ObjectType()
export class TargetPoint {
  @Field(() => Int) year!: number;
  @Field(() => DecimalScalar) value!: string;
}

@ObjectType()
export class Target {
  @Field(() => Int) version!: number;
  @Nullable(Int) baselineYear!: number | null;
  @Nullable(DecimalScalar) baselineValue!: string | null;
  @Nullable(ID) baselineSource!: string | null;
  @Field(() => TargetPath) path!: TargetPath;
  @Field(() => [TargetPoint]) points!: TargetPoint[];
  @Field(() => DecimalScalar) tolerance!: string;
  @Described(Boolean, 'True for a reference target, which the country has not adopted.')
  reference!: boolean;
  @Nullable(LocalText) citation!: LocalText | null;
  @Field(() => LocalText) rationale!: LocalText;
  @Nullable(String) confirmedOn!: string | null;
}

@ObjectType()
export class Projection {
  @Nullable(String) reason!: string | null;
  @Nullable(Int) latestYear!: number | null;
  @Nullable(DecimalScalar) latestValue!: string | null;
  @Nullable(DecimalScalar) requiredPerYear!: string | null;
  @Nullable(DecimalScalar) actualPerYear!: string | null;
  @Nullable(DecimalScalar) ratio!: string | null;
  @Field(() => Int) points!: number;
  @Nullable(Int) fromYear!: number | null;
  @Nullable(Int) year!: number | null;
  @Nullable(DecimalScalar) low!: string | null;
  @Nullable(DecimalScalar) central!: string | null;
  @Nullable(DecimalScalar) high!: string | null;
  @Nullable(
    String,
    'The year in which the target would be reached, or NEVER if that takes more than 50 years.',
  )
  reachedLow!: string | null;
  @Nullable(String) reachedCentral!: string | null;
  @Nullable(String) reachedHigh!: string | null;
  @Nullable(DecimalScalar) pathGap!: string | null;
  @Field(() => [String]) flags!: string[];
}

@ObjectType()
export class BenchmarkGap {
  @Field(() => ID) benchmark!: string;
  @Nullable(DecimalScalar) needed!: string | null;
  @Nullable(DecimalScalar) reported!: string | null;
  @Nullable(DecimalScalar) shortBy!: string | null;
  @Nullable(DecimalScalar) share!: string | null;
  @Nullable(Boolean) met!: boolean | null;
  @Nullable(Boolean) approximate!: boolean | null;
  @Nullable(String) reason!: string | null;
  @Nullable(
    Boolean,
    'True: the figures are in percent, since a share was reported without its counts.',
  )
  inPercent!: boolean | null;
  @Nullable(DecimalScalar) population!: string | null;
  @Nullable(Int) populationYear!: number | null;
}

@ObjectType()
export class IndicatorAssessment {
  @Nullable(Status, 'The pace toward the target; null for laws and yes/no questions.')
  status!: Status | null;
  @Field(() => Level) level!: Level;
  @Nullable(DecimalScalar) progress!: string | null;
  @Nullable(DecimalScalar) pace!: string | null;
  @Nullable(DecimalScalar) expectedShare!: string | null;
  @Nullable(DecimalScalar) expectedValue!: string | null;
  @Nullable(Int) latestYear!: number | null;
  @Nullable(DecimalScalar) latestValue!: string | null;
  @Field(() => [String]) flags!: string[];
  @Field(() => Projection) projection!: Projection;
  @Field(() => [BenchmarkGap]) benchmarkGaps!: BenchmarkGap[];
}

@ObjectType()
export class SeriesBreak {
  @Field(() => ID) area!: string;
  @Field(() => Int) year!: number;
  @Field(() => String) kind!: string;
  @Field(() => LocalText) note!: LocalText;
  @Nullable(ID) source!: string | null;
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
  @Described([Value], 'Totals only.') values!: Value[];
  @Described(
    [Value],
    `Parts of the breakdowns: the first ${String(FIRST_PARTS)} of the newest years. The query \`breakdowns\` has all of them.`,
  )
  breakdowns!: Value[];
  @Described(Int, 'The number of parts in all breakdowns.') breakdownCount!: number;
  @Nullable(Target) target!: Target | null;
  @Nullable(IndicatorAssessment) assessment!: IndicatorAssessment | null;
  @Field(() => [SeriesBreak]) breaks!: SeriesBreak[];
  @Field(() => [Alternative]) alternatives!: Alternative[];
  @Field(() => [Withheld]) withheld!: Withheld[];
}

@ObjectType({ description: 'One page of the parts of a breakdown.' })
export class Breakdowns {
  @Field(() => [Value]) values!: Value[];
  @Nullable(ID, NEXT_PAGE) next!: string | null;
}

@ObjectType({ description: 'A value, with its indicator and area.' })
export class ListedValue extends OmitType(Value, ['progress', 'earlier'] as const) {
  @Field(() => ID) indicator!: string;
  @Field(() => ID) area!: string;
}

@ObjectType({ description: 'One page of the values of a release.' })
export class Values {
  @Field(() => Release) release!: Release;
  @Field(() => [ListedValue]) values!: ListedValue[];
  @Nullable(ID, NEXT_PAGE) next!: string | null;
}

@ObjectType()
export class ComparedParts {
  @Field(() => ID) area!: string;
  @Field(() => [Value]) values!: Value[];
}
