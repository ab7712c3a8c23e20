import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
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
export class CountryAction {
  @Field(() => ActionSummary) action!: ActionSummary;
  @Field(() => ActionCell) cell!: ActionCell;
}

@ObjectType()
export class StandardGap {
  @Field(() => LocalText) label!: LocalText;
  @Field(() => DecimalScalar, { nullable: true }) needed!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) shortBy!: string | null;
  @Field(() => Boolean, { nullable: true }) met!: boolean | null;
  @Field(() => Boolean, { nullable: true }) approximate!: boolean | null;
  @Field(() => String, { nullable: true }) reason!: string | null;
}

@ObjectType({
  description: 'actions: codes of the actions it belongs to; empty for impact context.',
})
export class CountryIndicator {
  @Field(() => IndicatorSummary) indicator!: IndicatorSummary;
  @Field(() => [ID]) actions!: string[];
  @Field(() => IndicatorRole) role!: IndicatorRole;
  @Field(() => ShortSeries) series!: ShortSeries;
  @Field(() => [StandardGap], {
    description:
      'In places, centres, people: what an external standard asks for. Of the year of the release only.',
  })
  gaps!: StandardGap[];
}

@ObjectType({ description: 'A body that reports, and the mailbox of its office.' })
export class Contact {
  @Field(() => LocalText) body!: LocalText;
  @Field(() => String) mailbox!: string;
}

@ObjectType()
export class CountryPage {
  @Field(() => Release) release!: Release;
  @Field(() => Int, { description: 'The year it is told as of.' }) year!: number;
  @Field(() => Int, { description: 'The first year it can be told as of.' }) firstYear!: number;
  @Field(() => Area) area!: Area;
  @Field(() => [CountryAction]) actions!: CountryAction[];
  @Field(() => [Law], { description: 'With the cells of this country only.' }) laws!: Law[];
  @Field(() => [CountryIndicator]) indicators!: CountryIndicator[];
  @Field(() => [Event]) events!: Event[];
  @Field(() => [PublicDocument]) documents!: PublicDocument[];
  @Field(() => [Source]) sources!: Source[];
  @Field(() => [Contact], {
    description: 'Whom to ask about its figures; empty where no body gave a mailbox.',
  })
  contacts!: Contact[];
  @Field(() => LocalText, { nullable: true, description: 'Where help is found in the country.' })
  help!: LocalText | null;
}
