import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { IndicatorKind, IndicatorRole } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { ActionSummary } from './action-cell.type.ts';
import { Release } from './release.type.ts';

@ObjectType()
export class IndexedIndicator {
  @Field(() => ID) code!: string;
  @Field(() => IndicatorKind) kind!: IndicatorKind;
  @Field(() => IndicatorRole) role!: IndicatorRole;
  @Field(() => LocalText) name!: LocalText;
  @Field(() => Int, {
    description: 'Areas with a value, of a law with a known stage; 0: no values yet.',
  })
  areas!: number;
  @Field(() => Int, { nullable: true, description: 'Of the newest of them.' })
  latestYear!: number | null;
}

@ObjectType()
export class IndicatorGroup {
  @Field(() => ActionSummary, { nullable: true, description: 'Null: those of no action.' })
  action!: ActionSummary | null;
  @Field(() => [IndexedIndicator]) indicators!: IndexedIndicator[];
}

@ObjectType({ description: 'Every indicator of a release, under each action that names it.' })
export class IndicatorIndex {
  @Field(() => Release) release!: Release;
  @Field(() => [IndicatorGroup]) groups!: IndicatorGroup[];
}
