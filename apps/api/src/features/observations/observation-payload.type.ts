import { Field, ObjectType } from '@nestjs/graphql';
import { Problem } from '../../graphql/problem.type.ts';
import { WorkObservation } from './work-observation.type.ts';

@ObjectType()
export class ObservationPayload {
  @Field(() => WorkObservation, { nullable: true })
  observation!: WorkObservation | null;

  @Field(() => [Problem])
  problems!: Problem[];
}
