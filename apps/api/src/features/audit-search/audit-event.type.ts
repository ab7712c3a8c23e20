import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Role } from '../../graphql/enums.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { Person } from '../users/person.type.ts';

@ObjectType({
  description: 'One field of an object, before and after the change; null if it did not exist.',
})
export class AuditChange {
  @Described(String, 'The path of the field, with dots between names.')
  field!: string;
  @Nullable(String) before!: string | null;
  @Nullable(String) after!: string | null;
}

@ObjectType()
export class AuditEvent {
  @Described(ID, 'The number of the event in the chain.') number!: string;
  @Field(() => String) at!: string;

  @Nullable(Person, 'The person who did it; null for the product itself or its operator.')
  actor!: Person | null;

  @Nullable(Role, 'The role that the person had at that time.')
  role!: Role | null;

  @Field(() => String) operation!: string;
  @Field(() => String) subject!: string;

  @Nullable(String, 'The name of the subject, if it has one.')
  subjectName!: string | null;

  @Nullable(ID) area!: string | null;
  @Field(() => [AuditChange]) changes!: AuditChange[];
}

@ObjectType()
export class AuditPage {
  @Described([AuditEvent], 'Newest first.') events!: AuditEvent[];

  @Nullable(String, 'The cursor of the next page; null on the last one.')
  next!: string | null;
}

@ObjectType({ description: 'The result of checking that every event is as it was written.' })
export class AuditVerification {
  @Field(() => Boolean) intact!: boolean;
  @Nullable(Int) events!: number | null;

  @Nullable(String, 'The hash of the last event.')
  head!: string | null;

  @Nullable(Int, 'The number of the first event that was changed; null if there is none.')
  brokenAt!: number | null;
}
