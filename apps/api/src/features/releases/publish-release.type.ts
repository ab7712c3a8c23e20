import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Problem } from '../../graphql/problem.type.ts';

@ObjectType()
export class PublishReleasePayload {
  @Field(() => ID, { nullable: true }) number!: string | null;
  @Field(() => [Problem]) problems!: Problem[];
}
