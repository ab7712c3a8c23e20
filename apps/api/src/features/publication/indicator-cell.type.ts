import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { Direction, IndicatorKind, IndicatorRole, Scope, Status } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';

@ObjectType()
export class IndicatorSummary {
  @Field(() => ID) code!: string;
  @Field(() => IndicatorKind) kind!: IndicatorKind;
  @Field(() => Scope) scope!: Scope;
  @Field(() => Direction) direction!: Direction;
  @Field(() => Int) decimals!: number;
  @Field(() => String) unit!: string;
  @Field(() => LocalText) unitText!: LocalText;
  @Field(() => LocalText) name!: LocalText;
  @Field(() => [LocalText], { nullable: true }) stages!: LocalText[] | null;
}

@ObjectType()
export class IndicatorCell {
  @Field(() => ID) area!: string;
  @Field(() => Status) status!: Status;
  @Field(() => DecimalScalar, { nullable: true }) progress!: string | null;
  @Field(() => Int, { nullable: true }) latestYear!: number | null;
  @Field(() => DecimalScalar, { nullable: true }) latestValue!: string | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The share of the way that was due in the year of the latest value.',
  })
  expectedShare!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The value that was due then.' })
  expectedValue!: string | null;
  @Field(() => [String]) flags!: string[];
}

@ObjectType({
  description:
    'At most ten years up to the one shown, a year after the other; null is a gap. The shape of a small line, without what a value rests on.',
})
export class Trend {
  @Field(() => ID) area!: string;
  @Field(() => Int) firstYear!: number;
  @Field(() => [DecimalScalar], { nullable: 'items' }) values!: (string | null)[];
}

@ObjectType()
export class IndicatorRow {
  @Field(() => IndicatorSummary) indicator!: IndicatorSummary;
  @Field(() => IndicatorRole) role!: IndicatorRole;
  @Field(() => [IndicatorCell]) cells!: IndicatorCell[];
  @Field(() => [Trend], { description: 'Of the areas with a figure in these years.' })
  trends!: Trend[];
}
