import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Problem } from '../../graphql/problem.type.ts';
import { Person } from '../users/person.type.ts';
import { PublishReleaseInput } from './publish-release.type.ts';

@ObjectType({ description: 'A release that is to be published at an embargo time.' })
export class PlannedRelease {
  @Field(() => ID) id!: string;
  @Field(() => Int) asOfYear!: number;
  @Field(() => Boolean) annual!: boolean;
  @Field(() => LocalText) note!: LocalText;
  @Field(() => String) publishAt!: string;
  @Field(() => Person) plannedBy!: Person;
  @Field(() => String, { description: 'PLANNED, PUBLISHED, REFUSED or CANCELLED.' }) state!: string;
  @Field(() => ID, { nullable: true }) number!: string | null;
  @Field(() => [Problem], { description: 'Why it was refused when its time came.' })
  problems!: Problem[];
}

@ObjectType()
export class PlannedReleasePayload {
  @Field(() => [PlannedRelease]) planned!: PlannedRelease[];
  @Field(() => [Problem]) problems!: Problem[];
}

@InputType()
export class PlanReleaseInput extends PublishReleaseInput {
  @Field(() => String, { description: 'ISO 8601 with its offset.' }) publishAt!: string;
}

@InputType()
export class CancelReleaseInput {
  @Field(() => ID) id!: string;
  @Field(() => String) idempotencyKey!: string;
}
