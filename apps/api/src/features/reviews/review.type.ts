import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ReviewDecision } from '../../graphql/enums.ts';
import { Person } from '../users/person.type.ts';

@ObjectType()
export class Review {
  @Field(() => ReviewDecision) decision!: ReviewDecision;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => ID) revision!: string;
  @Field(() => Person) reviewer!: Person;
  @Field(() => String) createdAt!: string;
}
