import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Language, Role } from '../../graphql/enums.ts';
import { Payload } from '../../graphql/problem.type.ts';
import { NotificationKind, NotificationState } from '../outbox/notification.enums.ts';

@ObjectType()
export class Notification {
  @Field(() => ID) id!: string;
  @Field(() => NotificationKind) kind!: NotificationKind;
  @Field(() => NotificationState) state!: NotificationState;

  @Field(() => Role, { nullable: true, description: 'null: a mailbox without an account.' })
  recipientRole!: Role | null;

  @Field(() => String) address!: string;
  @Field(() => Language, { description: 'In which the mail is written.' }) language!: Language;
  @Field(() => String) subject!: string;

  @Field(() => String, {
    description: 'Empty where it tells what somebody follows: that is theirs alone.',
  })
  text!: string;

  @Field(() => Int) attempts!: number;

  @Field(() => String, { nullable: true, description: 'What the mail server said.' })
  error!: string | null;

  @Field(() => String) createdAt!: string;

  @Field(() => String, { description: 'When the state last changed: when it was sent, or failed.' })
  changedAt!: string;
}

@ObjectType()
export class NotificationCount {
  @Field(() => NotificationState) state!: NotificationState;
  @Field(() => Int) count!: number;
}

@ObjectType()
export class Outbox {
  @Field(() => Boolean, { description: 'Whether a mail server is set up at all.' }) sends!: boolean;

  @Field(() => Int, {
    description:
      'Addresses without an account that get news of releases. Of their mails nothing is listed.',
  })
  subscribers!: number;

  @Field(() => [NotificationCount]) counts!: NotificationCount[];
  @Field(() => [Notification], { description: 'Newest first.' }) items!: Notification[];
}

@ObjectType()
export class RemindReportersPayload extends Payload {
  @Field(() => Int, { description: 'How many people are written to.' }) reminded!: number;
}

@ObjectType()
export class SendAgainPayload extends Payload {
  @Field(() => Notification, { nullable: true }) notification!: Notification | null;
}
