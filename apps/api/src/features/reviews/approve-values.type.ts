import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Problem } from '../../graphql/problem.type.ts';

@ObjectType()
export class ApproveValuesPayload {
  @Field(() => ID, { nullable: true, description: 'Names what was approved together.' })
  batch!: string | null;
  /** Their ids. What is shown of them, features/returns reads where it is asked for. */
  observations!: string[];
  @Field(() => [Problem]) problems!: Problem[];
}
