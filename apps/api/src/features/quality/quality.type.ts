import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { AssignmentClass, CellMark } from '@qadam/domain';
import { MissingReason, QualityClass, QualityMark, WorkingState } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { QualityFacts } from '../../graphql/quality-facts.type.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { RuleHit } from '../observations/cell.type.ts';

@ObjectType({
  description: 'Four plain facts about the data of an area in a cycle; shares are parts of 1.',
})
export class QualityArea extends QualityFacts {
  @Field(() => ID) area!: string;
  @Field(() => LocalText) areaName!: LocalText;
  @Field(() => String) dueOn!: string;
}

@ObjectType()
export class QualityCell {
  @Field(() => ID) area!: string;
  @Field(() => ID) indicator!: string;
  @Field(() => Int) year!: number;
  @Nullable(ID, 'The id of the observation; null if nothing was ever entered.') observation!:
    string | null;
  @Field(() => QualityClass) class!: AssignmentClass;
  @Field(() => WorkingState) state!: WorkingState;
  @Field(() => [QualityMark]) marks!: CellMark[];
  @Nullable(String) submittedOn!: string | null;
  @Nullable(MissingReason) missingReason!: MissingReason | null;
  @Nullable(String) comment!: string | null;
  @Field(() => Int) revisions!: number;
  @Field(() => [RuleHit]) hits!: RuleHit[];
}

@ObjectType()
export class QualityIndicator {
  @Field(() => ID) code!: string;
  @Field(() => LocalText) name!: LocalText;
}

@ObjectType()
export class OpenQuestion {
  @Field(() => ID) observation!: string;
  @Field(() => ID) area!: string;
  @Field(() => ID) indicator!: string;
  @Field(() => String) text!: string;
  @Field(() => String) askedAt!: string;
}

@ObjectType({ description: 'The quality of the working data of a cycle.' })
export class DataQuality {
  @Field(() => Int) cycle!: number;
  @Described([Int], 'Newest first.') cycles!: number[];
  @Field(() => [QualityArea]) areas!: QualityArea[];
  @Field(() => [QualityIndicator]) indicators!: QualityIndicator[];
  @Field(() => [QualityCell]) cells!: QualityCell[];
  @Described([OpenQuestion], 'Oldest first.') questions!: OpenQuestion[];
}

@ObjectType({ description: 'The quality of the working data of an area, for all its years.' })
export class QualityYears {
  @Field(() => ID) area!: string;
  @Field(() => LocalText) areaName!: LocalText;
  @Described([Int], 'Oldest first.') years!: number[];
  @Field(() => [QualityIndicator]) indicators!: QualityIndicator[];
  @Field(() => [QualityCell]) cells!: QualityCell[];
}
