import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { AssignmentClass, CellMark } from '@qadam/domain';
import { MissingReason, QualityClass, QualityMark, ReasonCode } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { ProblemParam } from '../../graphql/problem.type.ts';
import { QualityFacts } from '../../graphql/quality-facts.type.ts';
import { Described, Nullable, PAGE, PAGES } from '../../graphql/fields.ts';
import { Area, Release } from './page-parts.type.ts';

@ObjectType({ description: 'What a validation rule says of a released value.' })
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
  @Described([QualityMark], 'None where the value is hidden.') marks!: CellMark[];
  @Field(() => Boolean) hidden!: boolean;
  @Nullable(String, 'Null: nobody was asked for it.') dueOn!: string | null;
  @Nullable(String) submittedOn!: string | null;
  @Nullable(MissingReason) missingReason!: MissingReason | null;
  @Described(Int, 'How often later releases changed its value.') revisions!: number;
  @Nullable(ReasonCode, 'Of the last of them.') reason!: ReasonCode | null;
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
  @Described(Int, 'Indicators with a figure, hidden ones too.') reported!: number;
  @Nullable(Int, 'Indicators that were asked for; null where the release holds no reporting year.')
  assigned!: number | null;
}

@ObjectType()
export class PublishedQualityArea {
  @Field(() => Area) area!: Area;
  @Nullable(PublishedQualityCycle, 'Of the newest reporting year.')
  cycle!: PublishedQualityCycle | null;
  @Described([PublishedQualityYear], 'The oldest first.') years!: PublishedQualityYear[];
}

@ObjectType()
export class PublishedQualityIndicator {
  @Field(() => ID) code!: string;
  @Field(() => LocalText) name!: LocalText;
}

@ObjectType({ description: 'Cells that are alike, counted over all pages.' })
export class PublishedQualityCount {
  @Field(() => QualityClass) class!: AssignmentClass;
  @Field(() => [QualityMark]) marks!: CellMark[];
  @Field(() => Boolean) hidden!: boolean;
  @Described(Boolean, 'The day of the report is known.') submitted!: boolean;
  @Described(Boolean, 'A validation rule says something.') questioned!: boolean;
  @Field(() => Int) count!: number;
}

@ObjectType({
  description: 'What a release says of the data in it: nothing unpublished is counted.',
})
export class PublishedQuality {
  @Field(() => Release) release!: Release;
  @Field(() => [PublishedQualityArea]) areas!: PublishedQualityArea[];
  @Described([PublishedQualityIndicator], 'Of the page.') indicators!: PublishedQualityIndicator[];
  @Described(Int, 'Of all pages.') indicatorCount!: number;
  @Described(Int, 'Of which nothing was due yet, and nothing came; of all pages.')
  silentCount!: number;
  @Described(Int, PAGE) page!: number;
  @Described(Int, PAGES) pages!: number;
  @Field(() => [PublishedQualityCount]) counts!: PublishedQualityCount[];
  @Described([Int], 'The oldest first.') years!: number[];
  @Described(
    [PublishedQualityCell],
    'Figures of the indicators of the page that are not broken down, by country, indicator and year.',
  )
  cells!: PublishedQualityCell[];
}
