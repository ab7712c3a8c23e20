import { Field, ObjectType } from '@nestjs/graphql';
import { Problem } from '../../graphql/problem.type.ts';

@ObjectType()
export class ObservationPayload {
  /** Its id. What is shown of it, features/returns reads where it is asked for. */
  observation!: string;
  @Field(() => [Problem]) problems!: Problem[];
}
