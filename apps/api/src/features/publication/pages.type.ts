import { Field, ID, Int, IntersectionType, ObjectType, PickType } from '@nestjs/graphql';
import { ActionCell, ActionSummary, IndicatorSummary, Law, ShortSeries } from './progress.type.ts';
import { Area, Event, PublicDocument, Release, Source } from './page-parts.type.ts';
import { IndicatorKind, IndicatorRole, ValueType } from '../../graphql/enums.ts';
import { IndicatorFields } from '../../graphql/plain-fields.type.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Described, NEXT_PAGE, Nullable, PAGE, PAGES } from '../../graphql/fields.ts';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { LawElement } from '../../graphql/law-element.type.ts';
import { BenchmarkGap, Series } from './series.type.ts';

const NUMBERS =
  'Numbers and yes/no questions: all headline indicators, and one page of the others.';
const OTHER_COUNT =
  'The number of indicators that are not headline indicators, on all pages together.';

@ObjectType()
export class Scorecard {
  @Field(() => Release) release!: Release;
  @Described(Int, 'The year that the figures are as of.') year!: number;
  @Described(Int, 'The first year that the page can be asked for.') firstYear!: number;
  @Field(() => [Area]) areas!: Area[];
  @Field(() => [ScorecardRow]) rows!: ScorecardRow[];
}

@ObjectType({
  description:
    'An action. `cells` has one cell for each country, or a single one (CA4) for a regional action.',
})
export class ScorecardRow {
  @Field(() => ActionSummary) action!: ActionSummary;
  @Field(() => [ActionCell]) cells!: ActionCell[];
}

@ObjectType()
export class ActionIndicator {
  @Field(() => IndicatorSummary) indicator!: IndicatorSummary;
  @Field(() => LocalText) definition!: LocalText;
  @Field(() => IndicatorRole) role!: IndicatorRole;
  @Nullable(LocalText, 'The body that is asked to report it.') provider!: LocalText | null;
  @Field(() => [ShortSeries]) series!: ShortSeries[];
}

@ObjectType()
export class ActionPage {
  @Field(() => Release) release!: Release;
  @Described(Int, 'The year that the figures are as of.') year!: number;
  @Described(Int, 'The first year that the page can be asked for.') firstYear!: number;
  @Field(() => [Area]) areas!: Area[];
  @Field(() => ActionSummary) action!: ActionSummary;
  @Field(() => [ActionCell]) cells!: ActionCell[];
  @Field(() => [Law]) laws!: Law[];
  @Described([ActionIndicator], NUMBERS) indicators!: ActionIndicator[];
  @Described(Int, OTHER_COUNT) otherCount!: number;
  @Described(Int, PAGE) page!: number;
  @Described(Int, PAGES) pages!: number;
  @Field(() => [Event]) events!: Event[];
  @Field(() => [PublicDocument]) documents!: PublicDocument[];
  @Field(() => [Source]) sources!: Source[];
}

@ObjectType()
export class CountryAction {
  @Field(() => ActionSummary) action!: ActionSummary;
  @Field(() => ActionCell) cell!: ActionCell;
}

const GAP = ['needed', 'shortBy', 'met', 'approximate', 'inPercent', 'reason'] as const;

@ObjectType()
export class StandardGap extends PickType(BenchmarkGap, GAP) {
  @Field(() => LocalText) label!: LocalText;
}

@ObjectType({
  description:
    'An indicator of a country. `actions` has the codes of the actions that it belongs to; it is empty for an indicator of the context, which belongs to none.',
})
export class CountryIndicator {
  @Field(() => IndicatorSummary) indicator!: IndicatorSummary;
  @Field(() => [ID]) actions!: string[];
  @Field(() => IndicatorRole) role!: IndicatorRole;
  @Field(() => ShortSeries) series!: ShortSeries;
  @Described(
    [StandardGap],
    'What an external standard asks for, in places, centres or people. Only for the year of the release.',
  )
  gaps!: StandardGap[];
}

@ObjectType({ description: 'A reporting body and the mailbox of its office.' })
export class Contact {
  @Field(() => LocalText) body!: LocalText;
  @Field(() => String) mailbox!: string;
}

@ObjectType()
export class CountryPage {
  @Field(() => Release) release!: Release;
  @Described(Int, 'The year that the figures are as of.') year!: number;
  @Described(Int, 'The first year that the page can be asked for.') firstYear!: number;
  @Field(() => Area) area!: Area;
  @Field(() => [CountryAction]) actions!: CountryAction[];
  @Described([Law], 'The laws, with the cells of this country only.') laws!: Law[];
  @Described([CountryIndicator], NUMBERS) indicators!: CountryIndicator[];
  @Described(Int, 'The number of indicators on all pages together.') indicatorCount!: number;
  @Described(
    Int,
    'The number of indicators, on all pages together, about which something is released, even if only that a value is hidden.',
  )
  knownCount!: number;
  @Described(Int, OTHER_COUNT) otherCount!: number;
  @Described(Int, PAGE) page!: number;
  @Described(Int, PAGES) pages!: number;
  @Field(() => [Event]) events!: Event[];
  @Field(() => [PublicDocument]) documents!: PublicDocument[];
  @Field(() => [Source]) sources!: Source[];
  @Described([Contact], 'Whom to ask about the country’s figures; empty if no body gave a mailbox.')
  contacts!: Contact[];
  @Nullable(LocalText, 'Where people find help in the country.') help!: LocalText | null;
}

@ObjectType()
export class SheetEntry {
  @Field(() => String) key!: string;
  @Field(() => LocalText) text!: LocalText;
}

@ObjectType()
export class Indicator extends IntersectionType(IndicatorSummary, IndicatorFields) {
  @Field(() => ValueType) valueType!: ValueType;
  @Field(() => String) regionalMethod!: string;
  @Field(() => DecimalScalar) multiplier!: string;
  @Nullable(DecimalScalar) min!: string | null;
  @Nullable(DecimalScalar) max!: string | null;
  @Field(() => Boolean) sensitive!: boolean;
  @Field(() => [String]) breakdowns!: string[];
  @Field(() => LocalText) definition!: LocalText;
  @Described([LawElement], 'The elements of a law; empty for other kinds of indicators.')
  elements!: LawElement[];
  @Field(() => [SheetEntry]) sheet!: SheetEntry[];
}

@ObjectType()
export class ListedAction {
  @Field(() => ID) code!: string;
  @Field(() => LocalText) title!: LocalText;
}

@ObjectType()
export class IndicatorAction extends ListedAction {
  @Field(() => IndicatorRole) role!: IndicatorRole;
}

@ObjectType({ description: 'The newest published value of an area.' })
export class LatestValue {
  @Field(() => ID) area!: string;
  @Field(() => Int) year!: number;
  @Field(() => DecimalScalar) value!: string;
}

@ObjectType({ description: 'Another indicator of one of the same actions.' })
export class RelatedIndicator {
  @Field(() => ID) action!: string;
  @Field(() => ID) indicator!: string;
  @Field(() => LocalText) name!: LocalText;
  @Field(() => IndicatorRole) role!: IndicatorRole;
  @Field(() => IndicatorKind) kind!: IndicatorKind;
  @Field(() => Int) decimals!: number;
  @Field(() => String) unit!: string;
  @Described(
    [LatestValue],
    'The newest value of each area; empty if nobody has reported the indicator yet.',
  )
  latest!: LatestValue[];
}

@ObjectType({
  description: 'The name of a code in a breakdown, such as a region or a level of education.',
})
export class PartName {
  @Field(() => ID) code!: string;
  @Field(() => LocalText) name!: LocalText;
}

@ObjectType()
export class Benchmark {
  @Field(() => ID) id!: string;
  @Field(() => DecimalScalar) value!: string;
  @Nullable(DecimalScalar) per!: string | null;
  @Field(() => String) kind!: string;
  @Field(() => String) sense!: string;
  @Field(() => LocalText) label!: LocalText;
  @Field(() => LocalText) citation!: LocalText;
  @Nullable(String) url!: string | null;
}

@ObjectType()
export class IndicatorPage {
  @Field(() => Release) release!: Release;
  @Field(() => [Area]) areas!: Area[];
  @Field(() => Indicator) indicator!: Indicator;
  @Field(() => [IndicatorAction]) actions!: IndicatorAction[];
  @Described([RelatedIndicator], 'The first other indicators of each of its actions.')
  related!: RelatedIndicator[];
  @Described([Series], 'The series of the areas; empty for a law.') series!: Series[];
  @Nullable(Law) law!: Law | null;
  @Described([PartName], 'The names of the regions and groups in the breakdowns.')
  parts!: PartName[];
  @Field(() => [Benchmark]) benchmarks!: Benchmark[];
  @Field(() => [Event]) events!: Event[];
  @Field(() => [PublicDocument]) documents!: PublicDocument[];
  @Field(() => [Source]) sources!: Source[];
}

@ObjectType()
export class ListedUse {
  @Field(() => ID) action!: string;
  @Field(() => IndicatorRole) role!: IndicatorRole;
}

@ObjectType()
export class ListedIndicator extends IndicatorSummary {
  @Field(() => LocalText) definition!: LocalText;
  @Field(() => [ListedUse]) uses!: ListedUse[];
  @Described(Int, 'The number of areas with a value, shown or hidden.') known!: number;
}

@ObjectType({ description: 'The indicators of a release, with or without values.' })
export class IndicatorList {
  @Field(() => Release) release!: Release;
  @Field(() => [ListedAction], { deprecationReason: 'Ask the query actions, which tells more.' })
  actions!: ListedAction[];
  @Field(() => [ListedIndicator]) indicators!: ListedIndicator[];
  @Nullable(ID, NEXT_PAGE) next!: string | null;
}

@ObjectType({ description: 'Where people find help in a country, as the release has it.' })
export class PublicHelpLine {
  @Field(() => Area) area!: Area;
  @Field(() => LocalText) text!: LocalText;
}

@ObjectType()
export class SourceUse {
  @Field(() => Source) source!: Source;
  @Described([ID], 'Codes of the indicators that show a figure from this source.')
  indicators!: string[];
}
