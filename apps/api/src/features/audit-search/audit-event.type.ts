import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Role } from '../../graphql/enums.ts';
import { Person } from '../users/person.type.ts';

@ObjectType({
  description: 'One field of an object, before and after the change; null if it did not exist.',
})
export class AuditChange {
  @Field(() => String, { description: 'The path of the field, with dots between names.' })
  field!: string;
  @Field(() => String, { nullable: true }) before!: string | null;
  @Field(() => String, { nullable: true }) after!: string | null;
}

@ObjectType()
export class AuditEvent {
  @Field(() => ID, { description: 'The number of the event in the chain.' }) number!: string;
  @Field(() => String) at!: string;

  @Field(() => Person, {
    nullable: true,
    description: 'The person who did it; null for the product itself or its operator.',
  })
  actor!: Person | null;

  @Field(() => Role, { nullable: true, description: 'The role that the person had at that time.' })
  role!: Role | null;

  @Field(() => String) operation!: string;
  @Field(() => String) subject!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the subject, if it has one.',
  })
  subjectName!: string | null;

  @Field(() => ID, { nullable: true }) area!: string | null;
  @Field(() => [AuditChange]) changes!: AuditChange[];
}

@ObjectType()
export class AuditPage {
  @Field(() => [AuditEvent], { description: 'Newest first.' }) events!: AuditEvent[];

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the next page; null on the last one.',
  })
  next!: string | null;
}

@ObjectType({ description: 'The result of checking that every event is as it was written.' })
export class AuditVerification {
  @Field(() => Boolean) intact!: boolean;
  @Field(() => Int, { nullable: true }) events!: number | null;

  @Field(() => String, { nullable: true, description: 'The hash of the last event.' })
  head!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The number of the first event that was changed; null if there is none.',
  })
  brokenAt!: number | null;
}
