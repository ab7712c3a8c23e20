import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Person } from '../users/person.type.ts';

@ObjectType()
export class Message {
  @Field(() => ID) id!: string;
  @Field(() => Person) author!: Person;
  @Field(() => String) text!: string;
  @Field(() => Boolean, { description: 'A reviewer asks, and waits for the answer.' })
  question!: boolean;
  @Field(() => String) createdAt!: string;
}
