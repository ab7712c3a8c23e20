import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Person } from '../users/person.type.ts';

@ObjectType({ description: 'Values approved by one press, as long as that can be undone.' })
export class ApprovalBatch {
  @Field(() => ID) batch!: string;
  @Field(() => Int) values!: number;
  @Field(() => Person) reviewer!: Person;
  @Field(() => String) undoableUntil!: string;
}
