import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Problem } from '../../graphql/problem.type.ts';
import { WorkObservation } from '../observations/work-observation.type.ts';

@ObjectType()
export class ApproveValuesPayload {
  @Field(() => ID, { nullable: true, description: 'Names what was approved together.' })
  batch!: string | null;

  @Field(() => [WorkObservation])
  observations!: WorkObservation[];

  @Field(() => [Problem])
  problems!: Problem[];
}
