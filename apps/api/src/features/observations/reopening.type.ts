import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ReopeningState } from '../../graphql/enums.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Payload } from '../../graphql/problem.type.ts';
import { Person } from '../users/person.type.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';

@ObjectType({
  description:
    'A person’s request to change one locked cell, or the permission to do so until a time.',
})
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
  @Nullable(String) until!: string | null;
  @Nullable(String, 'Why the request was declined.')
  note!: string | null;
  @Nullable(Person) decidedBy!: Person | null;
}

@InputType()
export class RequestReopenInput extends ChangeInput {
  @Field(() => ID) area!: string;
  @Field(() => Int) cycle!: number;
  @Field(() => ID) indicator!: string;
  @Field(() => String) reason!: string;
}

@InputType()
export class RevokeReopenInput extends ChangeInput {
  @Field(() => ID) reopening!: string;
}

@InputType()
export class GrantReopenInput extends RevokeReopenInput {
  @Described(String, 'A moment in ISO 8601, at most 31 days from now.')
  until!: string;
}

@InputType()
export class DeclineReopenInput extends RevokeReopenInput {
  @Field(() => String) note!: string;
}

@ObjectType()
export class ReopeningPayload extends Payload {
  @Nullable(Reopening) reopening!: Reopening | null;
}
