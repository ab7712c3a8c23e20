import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { Direction, IndicatorKind, Scope, Status } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Level } from './level.type.ts';

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
  @Field(() => Status, {
    nullable: true,
    description: 'The pace toward the target; null for laws and yes/no questions, which have none.',
  })
  status!: Status | null;
  @Field(() => Level, { nullable: true, description: 'Null for context, which is never judged.' })
  level!: Level | null;
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
