import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { AssignmentClass, CellMark } from '@qadam/domain';
import { MissingReason, QualityClass, QualityMark, ReasonCode } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { ProblemParam } from '../../graphql/problem.type.ts';
import { QualityFacts } from '../../graphql/quality-facts.type.ts';
import { Described, Nullable, PAGE, PAGES } from '../../graphql/fields.ts';
import { Area, Release } from './page-parts.type.ts';

@ObjectType({ description: 'What a validation rule says about a released value.' })
export class PublishedHit {
  @Field(() => String) code!: string;
  @Field(() => [ProblemParam]) params!: ProblemParam[];
}

@ObjectType()
export class PublishedQualityCell {
  @Field(() => ID) area!: string;
  @Field(() => ID) indicator!: string;
  @Field(() => Int) year!: number;
  @Field(() => QualityClass) class!: AssignmentClass;
  @Described([QualityMark], 'What is notable about the value; empty if the value is hidden.')
  marks!: CellMark[];
  @Field(() => Boolean) hidden!: boolean;
  @Nullable(String, 'The day on which the figure was due; null if it was not assigned to anybody.')
  dueOn!: string | null;
  @Nullable(String) submittedOn!: string | null;
  @Nullable(MissingReason) missingReason!: MissingReason | null;
  @Described(Int, 'How often later releases changed the value.') revisions!: number;
  @Nullable(ReasonCode, 'The reason of the last revision.') reason!: ReasonCode | null;
  @Field(() => [PublishedHit]) hits!: PublishedHit[];
}

@ObjectType({ description: 'Four plain facts about a country in a reporting year of a release.' })
export class PublishedQualityCycle extends QualityFacts {
  @Field(() => Int) year!: number;
  @Field(() => String) dueOn!: string;
}

@ObjectType()
export class PublishedQualityYear {
  @Field(() => Int) year!: number;
  @Described(Int, 'The number of indicators with a figure, including hidden ones.')
  reported!: number;
  @Nullable(
    Int,
    'The number of indicators that were assigned; null if the release has no reporting year for this year.',
  )
  assigned!: number | null;
}

@ObjectType()
export class PublishedQualityArea {
  @Field(() => Area) area!: Area;
  @Nullable(PublishedQualityCycle, 'The facts about the newest reporting year.')
  cycle!: PublishedQualityCycle | null;
  @Described([PublishedQualityYear], 'Oldest first.') years!: PublishedQualityYear[];
}

@ObjectType()
export class PublishedQualityIndicator {
  @Field(() => ID) code!: string;
  @Field(() => LocalText) name!: LocalText;
}

@ObjectType({ description: 'The number of cells that are alike, on all pages together.' })
export class PublishedQualityCount {
  @Field(() => QualityClass) class!: AssignmentClass;
  @Field(() => [QualityMark]) marks!: CellMark[];
  @Field(() => Boolean) hidden!: boolean;
  @Described(Boolean, 'True if the day on which the value was submitted is known.')
  submitted!: boolean;
  @Described(Boolean, 'True if a validation rule has something to say about the value.')
  questioned!: boolean;
  @Field(() => Int) count!: number;
}

@ObjectType({
  description: 'The quality of the data in a release. Nothing unpublished is counted.',
})
export class PublishedQuality {
  @Field(() => Release) release!: Release;
  @Field(() => [PublishedQualityArea]) areas!: PublishedQualityArea[];
  @Described([PublishedQualityIndicator], 'The indicators of this page.')
  indicators!: PublishedQualityIndicator[];
  @Described(Int, 'The number of indicators on all pages together.') indicatorCount!: number;
  @Described(
    Int,
    'The number of indicators, on all pages together, for which nothing was due yet and nothing was reported.',
  )
  silentCount!: number;
  @Described(Int, PAGE) page!: number;
  @Described(Int, PAGES) pages!: number;
  @Field(() => [PublishedQualityCount]) counts!: PublishedQualityCount[];
  @Described([Int], 'Oldest first.') years!: number[];
  @Described(
    [PublishedQualityCell],
    'The totals of the indicators on this page, by country, indicator and year.',
  )
  cells!: PublishedQualityCell[];
}
