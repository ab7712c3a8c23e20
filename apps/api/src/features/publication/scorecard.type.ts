import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ActionCell, ActionSummary } from './action-cell.type.ts';
import { Area } from './area.type.ts';
import { Release } from './release.type.ts';

@ObjectType()
export class Scorecard {
  @Field(() => Release) release!: Release;
  @Field(() => Int, { description: 'The year it is told as of.' }) year!: number;
  @Field(() => Int, { description: 'The first year it can be told as of.' }) firstYear!: number;
  @Field(() => [Area]) areas!: Area[];
  @Field(() => [ScorecardRow]) rows!: ScorecardRow[];
}

@ObjectType({ description: 'cells: one per country, or a single one (CA4) for a regional action.' })
export class ScorecardRow {
  @Field(() => ActionSummary) action!: ActionSummary;
  @Field(() => [ActionCell]) cells!: ActionCell[];
}
