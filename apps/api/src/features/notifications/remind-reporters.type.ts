import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Problem } from '../../graphql/problem.type.ts';

@ObjectType()
export class RemindReportersPayload {
  @Field(() => Int, { description: 'How many people are written to.' })
  reminded!: number;

  @Field(() => [Problem])
  problems!: Problem[];
}
