import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ReopeningState } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Problem } from '../../graphql/problem.type.ts';
import { Person } from '../users/person.type.ts';

@ObjectType({ description: 'One person asks to change one locked cell, until a time.' })
export class Reopening {
  @Field(() => ID) id!: string;
  @Field(() => ID) area!: string;
  @Field(() => Int) year!: number;
  @Field(() => ID) indicator!: string;
  @Field(() => LocalText) indicatorName!: LocalText;
  @Field(() => ReopeningState) state!: ReopeningState;
  @Field(() => Person) person!: Person;
  @Field(() => String) reason!: string;
  @Field(() => String) requestedAt!: string;
  @Field(() => String, { nullable: true }) until!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was declined.' })
  note!: string | null;
  @Field(() => Person, { nullable: true }) decidedBy!: Person | null;
}

@ObjectType()
export class ReopeningPayload {
  @Field(() => Reopening, { nullable: true }) reopening!: Reopening | null;
  @Field(() => [Problem]) problems!: Problem[];
}
