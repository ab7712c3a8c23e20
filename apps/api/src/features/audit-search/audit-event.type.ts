import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Role } from '../../graphql/enums.ts';
import { Person } from '../users/person.type.ts';

@ObjectType({
  description: 'One thing of an object, before and after; null where it was not there.',
})
export class AuditChange {
  @Field(() => String, { description: 'Where it stands: names joined by dots.' }) field!: string;
  @Field(() => String, { nullable: true }) before!: string | null;
  @Field(() => String, { nullable: true }) after!: string | null;
}

@ObjectType()
export class AuditEvent {
  @Field(() => ID, { description: 'Its place in the chain.' }) number!: string;
  @Field(() => String) at!: string;

  @Field(() => Person, {
    nullable: true,
    description: 'Null: the product itself, or its operator.',
  })
  actor!: Person | null;

  @Field(() => Role, { nullable: true, description: 'The role that the person had then.' })
  role!: Role | null;

  @Field(() => String) operation!: string;
  @Field(() => String) subject!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What people call the subject, where it has a name.',
  })
  subjectName!: string | null;

  @Field(() => ID, { nullable: true }) area!: string | null;
  @Field(() => [AuditChange]) changes!: AuditChange[];
}

@ObjectType()
export class AuditPage {
  @Field(() => [AuditEvent], { description: 'The newest first.' }) events!: AuditEvent[];

  @Field(() => String, { nullable: true, description: 'Where the next page begins.' })
  next!: string | null;
}

@ObjectType({ description: 'Is every event as it was written?' })
export class AuditVerification {
  @Field(() => Boolean) intact!: boolean;
  @Field(() => Int, { nullable: true }) events!: number | null;

  @Field(() => String, { nullable: true, description: 'The hash of the last event.' })
  head!: string | null;

  @Field(() => Int, { nullable: true, description: 'The first event that is not as it was.' })
  brokenAt!: number | null;
}
