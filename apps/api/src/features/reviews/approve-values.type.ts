import { Field, ObjectType } from '@nestjs/graphql';
import { Problem } from '../../graphql/problem.type.ts';
import { WorkObservation } from '../observations/work-observation.type.ts';

@ObjectType()
export class ApproveValuesPayload {
  @Field(() => [WorkObservation])
  observations!: WorkObservation[];

  @Field(() => [Problem])
  problems!: Problem[];
}
