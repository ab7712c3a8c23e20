import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Person } from '../users/person.type.ts';
import { WorkObservation } from '../observations/work-observation.type.ts';
import { ReviewReturn } from './review-return.type.ts';

@ObjectType({ description: 'Values approved by one press, as long as that can be undone.' })
export class ApprovalBatch {
  @Field(() => ID)
  batch!: string;

  @Field(() => Int)
  values!: number;

  @Field(() => Person)
  reviewer!: Person;

  @Field(() => String)
  undoableUntil!: string;
}

@ObjectType()
export class ReviewQueue {
  @Field(() => [WorkObservation], { description: 'Waiting for a decision, oldest first.' })
  submitted!: WorkObservation[];

  @Field(() => [WorkObservation], { description: 'Approved, not yet in a release.' })
  approved!: WorkObservation[];

  @Field(() => [WorkObservation])
  returned!: WorkObservation[];

  @Field(() => [ApprovalBatch], { description: 'The newest first.' })
  batches!: ApprovalBatch[];

  @Field(() => [ReviewReturn], {
    description: 'Returns with a value that waits, oldest first; or the one that was asked for.',
  })
  returns!: ReviewReturn[];
}
