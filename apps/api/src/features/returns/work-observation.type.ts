import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Remark } from '@qadam/domain';
import { IndicatorKind, ReviewRemark, WorkingState } from '../../graphql/enums.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { WorkAlternative } from '../alternatives/alternative.type.ts';
import { Evidence } from '../evidence/evidence.type.ts';
import { Review } from '../reviews/review.type.ts';
import { LawElement } from '../../graphql/law-element.type.ts';
import { AreaValue, KnownFact, Message, RuleHit, YearValue } from '../observations/cell.type.ts';
import { WorkRevision } from '../observations/work-revision.type.ts';

@ObjectType()
export class WorkObservation {
  @Field(() => ID) id!: string;
  @Field(() => ID) indicator!: string;
  @Field(() => LocalText) indicatorName!: LocalText;
  @Field(() => IndicatorKind) kind!: IndicatorKind;
  @Field(() => LocalText) unitText!: LocalText;
  @Field(() => String) unit!: string;
  @Field(() => Int) decimals!: number;
  @Nullable([LocalText]) stages!: LocalText[] | null;
  @Described(Boolean, 'True for a total; a part of an indicator has no alternatives.')
  whole!: boolean;
  @Nullable(LawElement, 'The element of a law that the value is about.')
  element!: LawElement | null;
  @Nullable(KnownFact) lastFact!: KnownFact | null;
  @Field(() => ID) area!: string;
  @Field(() => Int) year!: number;
  @Field(() => WorkingState) state!: Exclude<WorkingState, 'EMPTY'>;
  @Field(() => Int) version!: number;
  @Field(() => Boolean) sample!: boolean;
  @Field(() => WorkRevision) current!: WorkRevision;
  @Nullable(WorkRevision) published!: WorkRevision | null;
  @Field(() => [WorkRevision]) revisions!: WorkRevision[];
  @Field(() => [Review]) reviews!: Review[];
  @Field(() => [Message]) messages!: Message[];
  @Described([Evidence], 'The evidence attached to the current revision.')
  evidence!: Evidence[];
  @Field(() => [WorkAlternative]) alternatives!: WorkAlternative[];
  @Field(() => [RuleHit]) hits!: RuleHit[];
  @Described(
    [ReviewRemark],
    'Why a reviewer should look at the value by itself. A value without remarks is approved with the others.',
  )
  remarks!: Remark[];
  @Nullable(Message, 'A reviewer’s question that was not answered yet.')
  openQuestion!: Message | null;
  @Nullable(Message, 'The reporter’s answer to the last question, until the value is decided on.')
  answer!: Message | null;
  @Field(() => [YearValue]) history!: YearValue[];
  @Described([AreaValue], 'The newest published value of each other country.')
  neighbours!: AreaValue[];
}
