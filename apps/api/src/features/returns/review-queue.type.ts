import { Field, ObjectType } from '@nestjs/graphql';
import { ApprovalBatch } from '../reviews/review.type.ts';
import { WorkObservation } from './work-observation.type.ts';
import { ReviewReturn } from './review-return.type.ts';

@ObjectType()
export class ReviewQueue {
  @Field(() => [WorkObservation], { description: 'Waiting for a decision, oldest first.' })
  submitted!: WorkObservation[];
  @Field(() => [WorkObservation], { description: 'Approved, not yet in a release.' })
  approved!: WorkObservation[];
  @Field(() => [WorkObservation]) returned!: WorkObservation[];
  @Field(() => [ApprovalBatch], { description: 'The newest first.' }) batches!: ApprovalBatch[];
  @Field(() => [ReviewReturn], {
    description: 'Returns with a value that waits, oldest first; or the one that was asked for.',
  })
  returns!: ReviewReturn[];
}
