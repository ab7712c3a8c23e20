import { Field, ObjectType } from '@nestjs/graphql';
import { WorkObservation } from '../observations/work-observation.type.ts';

@ObjectType()
export class ReviewQueue {
  @Field(() => [WorkObservation], { description: 'Waiting for a decision, oldest first.' })
  submitted!: WorkObservation[];

  @Field(() => [WorkObservation], { description: 'Approved, not yet in a release.' })
  approved!: WorkObservation[];

  @Field(() => [WorkObservation])
  returned!: WorkObservation[];
}
