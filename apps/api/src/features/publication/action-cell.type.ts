import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { ActionKind, Pillar, Scope, Status } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';

@ObjectType()
export class StatusCount {
  @Field(() => Status) status!: Status;
  @Field(() => Int) count!: number;
}

@ObjectType()
export class Coverage {
  @Field(() => Int) assessed!: number;
  @Field(() => Int) total!: number;
  @Field(() => String, { description: 'FIGURE, FIGURE_AND_RANGE, RANGE_ONLY, NO_FIGURE or NONE' })
  display!: string;
  @Field(() => Int, { nullable: true, description: 'Whole percent.' }) central!: number | null;
  @Field(() => Int, { nullable: true }) low!: number | null;
  @Field(() => Int, { nullable: true }) high!: number | null;
}

@ObjectType()
export class StatusMove {
  @Field(() => String) class!: string;
  @Field(() => Status, { nullable: true }) from!: Status | null;
  @Field(() => Int, { nullable: true }) steps!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The share of the way in whole percent, before.',
  })
  fromCentral!: number | null;
}

@ObjectType({
  description:
    'The share of the way in whole percent, a year after the other; null where it had no figure.',
})
export class YearShares {
  @Field(() => Int) firstYear!: number;
  @Field(() => [Int], { nullable: 'items' }) percents!: (number | null)[];
}

@ObjectType()
export class ActionSummary {
  @Field(() => ID) code!: string;
  @Field(() => ActionKind) kind!: ActionKind;
  @Field(() => Pillar) pillar!: Pillar;
  @Field(() => Scope) scope!: Scope;
  @Field(() => LocalText) title!: LocalText;
  @Field(() => LocalText) text!: LocalText;
}

@ObjectType()
export class ActionCell {
  @Field(() => ID) area!: string;
  @Field(() => Status) status!: Status;
  @Field(() => DecimalScalar, { nullable: true }) score!: string | null;
  @Field(() => Coverage) coverage!: Coverage;
  @Field(() => [StatusCount]) counts!: StatusCount[];
  @Field(() => StatusMove, {
    nullable: true,
    description:
      'Since the release before; in an earlier year, since the year before. Null in the first one.',
  })
  move!: StatusMove | null;
  @Field(() => YearShares, {
    description: 'Ten years up to the one shown, each judged with what the release knows of it.',
  })
  history!: Promise<YearShares>;
}
