import { Field, ID, Int, ObjectType, PickType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { IndicatorKind, IndicatorRole } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { Area, Release } from './page-parts.type.ts';
import { ListedAction } from './pages.type.ts';
import { IndicatorCell, IndicatorSummary, Point } from './progress.type.ts';
import { SeriesBreak, Target } from './series.type.ts';

@ObjectType({ description: 'A value, and how far it is on the way to the target.' })
export class ComparedPoint extends Point {
  @Nullable(
    DecimalScalar,
    'The share of the way from baseline to target that is done: 1 is all of it. Null if it cannot be computed.',
  )
  progress!: string | null;
}

@ObjectType()
export class ComparedTarget extends PickType(Target, [
  'baselineYear',
  'baselineValue',
  'path',
  'points',
]) {
  @Described(Boolean, 'True if the target was set by the programme and not adopted by the country.')
  reference!: boolean;
}

@ObjectType()
export class ComparedSeries {
  @Field(() => IndicatorCell) cell!: IndicatorCell;
  @Described([ComparedPoint], 'Totals only.') points!: ComparedPoint[];
  @Nullable(ComparedTarget) target!: ComparedTarget | null;
  @Field(() => [SeriesBreak]) breaks!: SeriesBreak[];
  @Described([String], 'The names of those who published the values.') bodies!: string[];
  @Described([String], 'The licences of the values.') licences!: string[];
}

@ObjectType()
export class ComparedIndicator {
  @Field(() => IndicatorSummary) indicator!: IndicatorSummary;
  @Field(() => LocalText) definition!: LocalText;
  @Described(IndicatorRole, 'The strongest role that the indicator has in any action.')
  role!: IndicatorRole;
  @Described(
    [ComparedSeries],
    'One for each country, or a single one (CA4) for a regional indicator.',
  )
  series!: ComparedSeries[];
}

@ObjectType({ description: 'An indicator that can be compared.' })
export class ComparisonChoice {
  @Field(() => ID) code!: string;
  @Field(() => LocalText) name!: LocalText;
  @Field(() => IndicatorKind) kind!: IndicatorKind;
  @Described(IndicatorRole, 'The strongest role that the indicator has in any action.')
  role!: IndicatorRole;
  @Nullable(ID, 'The first action that the indicator belongs to.') action!: string | null;
  @Described(Int, 'The number of areas with a value.') known!: number;
}

@ObjectType()
export class ComparisonGroup extends ListedAction {}

@ObjectType()
export class Comparison {
  @Field(() => Release) release!: Release;
  @Field(() => [Area]) areas!: Area[];
  @Field(() => [ComparisonGroup]) actions!: ComparisonGroup[];
  @Field(() => [ComparisonChoice]) choices!: ComparisonChoice[];
  @Field(() => [ComparedIndicator]) indicators!: ComparedIndicator[];
}
