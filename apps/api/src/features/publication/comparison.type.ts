import { Field, ID, Int, ObjectType, PickType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { IndicatorKind, IndicatorRole } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { Area, Release } from './page-parts.type.ts';
import { ListedAction } from './pages.type.ts';
import { IndicatorCell, IndicatorSummary, Point } from './progress.type.ts';
import { SeriesBreak, Target } from './series.type.ts';

@ObjectType({ description: 'A value, and how far on the way to the target it stands.' })
export class ComparedPoint extends Point {
  @Nullable(
    DecimalScalar,
    'Share of the way from baseline to target, 1 is all of it; null where none can be said.',
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
  @Described(Boolean, 'Set by the programme, not adopted by the country.') reference!: boolean;
}

@ObjectType()
export class ComparedSeries {
  @Field(() => IndicatorCell) cell!: IndicatorCell;
  @Described([ComparedPoint], 'Not broken down.') points!: ComparedPoint[];
  @Nullable(ComparedTarget) target!: ComparedTarget | null;
  @Field(() => [SeriesBreak]) breaks!: SeriesBreak[];
  @Described([String], 'Who published the values.') bodies!: string[];
  @Described([String], 'Licences of the values.') licences!: string[];
}

@ObjectType()
export class ComparedIndicator {
  @Field(() => IndicatorSummary) indicator!: IndicatorSummary;
  @Field(() => LocalText) definition!: LocalText;
  @Described(IndicatorRole, 'The strongest it has in any action.') role!: IndicatorRole;
  @Described([ComparedSeries], 'One per country, or a single one (CA4) for a regional indicator.')
  series!: ComparedSeries[];
}

@ObjectType({ description: 'What can be compared.' })
export class ComparisonChoice {
  @Field(() => ID) code!: string;
  @Field(() => LocalText) name!: LocalText;
  @Field(() => IndicatorKind) kind!: IndicatorKind;
  @Described(IndicatorRole, 'The strongest it has in any action.') role!: IndicatorRole;
  @Nullable(ID, 'The action it stands in first.') action!: string | null;
  @Described(Int, 'Areas with a value.') known!: number;
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
