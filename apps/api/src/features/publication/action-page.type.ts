import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { IndicatorRole } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { ActionCell, ActionSummary } from './action-cell.type.ts';
import { Area } from './area.type.ts';
import { PublicDocument } from './document.type.ts';
import { Event } from './event.type.ts';
import { IndicatorSummary } from './indicator-cell.type.ts';
import { ShortSeries } from './point.type.ts';
import { Release } from './release.type.ts';
import { Source } from './source.type.ts';

@ObjectType()
export class ActionPage {
  @Field(() => Release) release!: Release;
  @Field(() => Int, { description: 'The year it is told as of.' }) year!: number;
  @Field(() => Int, { description: 'The first year of any plan.' }) firstYear!: number;
  @Field(() => [Area]) areas!: Area[];
  @Field(() => ActionSummary) action!: ActionSummary;
  @Field(() => [ActionCell]) cells!: ActionCell[];
  @Field(() => [ActionIndicator]) indicators!: ActionIndicator[];
  @Field(() => [ActionMilestone], {
    description: 'The next dated step of each area after the year it is told as of.',
  })
  milestones!: ActionMilestone[];
  @Field(() => [Event]) events!: Event[];
  @Field(() => [PublicDocument]) documents!: PublicDocument[];
  @Field(() => [Source]) sources!: Source[];
}

@ObjectType()
export class ActionIndicator {
  @Field(() => IndicatorSummary) indicator!: IndicatorSummary;
  @Field(() => LocalText) definition!: LocalText;
  @Field(() => IndicatorRole) role!: IndicatorRole;
  @Field(() => [ShortSeries]) series!: ShortSeries[];
}

@ObjectType()
export class ActionMilestone {
  @Field(() => ID) indicator!: string;
  @Field(() => ID) area!: string;
  @Field(() => Int) year!: number;
  @Field(() => DecimalScalar) value!: string;
  @Field(() => Boolean, { description: 'A reference target, not adopted by the country.' })
  reference!: boolean;
  @Field(() => [String], { description: 'Who published the values of the indicator so far.' })
  bodies!: string[];
}
