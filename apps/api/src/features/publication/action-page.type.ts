import { Field, Int, ObjectType } from '@nestjs/graphql';
import { IndicatorRole } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { ActionCell, ActionSummary } from './action-cell.type.ts';
import { Area } from './area.type.ts';
import { PublicDocument } from './document.type.ts';
import { Event } from './event.type.ts';
import { IndicatorSummary } from './indicator-cell.type.ts';
import { Law } from './law.type.ts';
import { ShortSeries } from './point.type.ts';
import { Release } from './release.type.ts';
import { Source } from './source.type.ts';

@ObjectType()
export class ActionPage {
  @Field(() => Release) release!: Release;
  @Field(() => Int, { description: 'The year it is told as of.' }) year!: number;
  @Field(() => Int, { description: 'The first year it can be told as of.' }) firstYear!: number;
  @Field(() => [Area]) areas!: Area[];
  @Field(() => ActionSummary) action!: ActionSummary;
  @Field(() => [ActionCell]) cells!: ActionCell[];
  @Field(() => [Law]) laws!: Law[];
  @Field(() => [ActionIndicator], { description: 'Numbers and yes/no questions.' })
  indicators!: ActionIndicator[];
  @Field(() => [Event]) events!: Event[];
  @Field(() => [PublicDocument]) documents!: PublicDocument[];
  @Field(() => [Source]) sources!: Source[];
}

@ObjectType()
export class ActionIndicator {
  @Field(() => IndicatorSummary) indicator!: IndicatorSummary;
  @Field(() => LocalText) definition!: LocalText;
  @Field(() => IndicatorRole) role!: IndicatorRole;
  @Field(() => LocalText, { nullable: true, description: 'Who is asked to report it.' })
  provider!: LocalText | null;
  @Field(() => [ShortSeries]) series!: ShortSeries[];
}
