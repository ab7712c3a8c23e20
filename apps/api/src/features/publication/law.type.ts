import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { FactBasis, IndicatorRole } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { IndicatorSummary } from './indicator-cell.type.ts';
import { LawElement } from '../../graphql/law-element.type.ts';
import { AreaLevel } from './level.type.ts';

@ObjectType({
  description:
    'Where an element of a law stands in an area; only elements about which something is or was known. stage null: no longer proven.',
})
export class LawCell {
  @Field(() => ID) element!: string;
  @Field(() => ID) area!: string;
  @Field(() => Int, { nullable: true }) stage!: number | null;
  @Field(() => String, {
    nullable: true,
    description: 'Where the stage began without a break: YYYY, YYYY-MM or YYYY-MM-DD.',
  })
  since!: string | null;
  @Field(() => String, { nullable: true, description: 'Of the newest fact.' })
  lastDate!: string | null;
  @Field(() => FactBasis, { nullable: true }) basis!: FactBasis | null;
  @Field(() => String, { nullable: true, description: 'The article that says so.' })
  provision!: string | null;
  @Field(() => ID, { nullable: true }) source!: string | null;
  @Field(() => Int, { description: 'The year that was last reported.' }) year!: number;
}

@ObjectType({ description: 'A law as a matrix: its elements, and the stage of each in each area.' })
export class Law {
  @Field(() => IndicatorSummary) indicator!: IndicatorSummary;
  @Field(() => IndicatorRole) role!: IndicatorRole;
  @Field(() => LocalText) definition!: LocalText;
  @Field(() => LocalText, { nullable: true, description: 'Who is asked to report it.' })
  provider!: LocalText | null;
  @Field(() => [LawElement]) elements!: LawElement[];
  @Field(() => [LawCell]) cells!: LawCell[];
  @Field(() => [AreaLevel]) levels!: AreaLevel[];
}
