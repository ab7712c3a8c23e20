import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Language, Role } from '../../graphql/enums.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { Payload } from '../../graphql/problem.type.ts';
import { NotificationKind, NotificationState } from '../outbox/notification.enums.ts';

@ObjectType()
export class Notification {
  @Field(() => ID) id!: string;
  @Field(() => NotificationKind) kind!: NotificationKind;
  @Field(() => NotificationState) state!: NotificationState;

  @Nullable(Role, 'The role of the recipient; null for a mailbox without an account.')
  recipientRole!: Role | null;

  @Field(() => String) address!: string;
  @Described(Language, 'The language of the mail.') language!: Language;
  @Field(() => String) subject!: string;

  @Described(
    String,
    'The text of the mail; empty if it says what a person follows, which only that person may see.',
  )
  text!: string;

  @Field(() => Int) attempts!: number;

  @Nullable(String, 'The answer of the mail server.')
  error!: string | null;

  @Field(() => String) createdAt!: string;

  @Described(String, 'When the state last changed: when it was sent, or failed.')
  changedAt!: string;
}

@ObjectType()
export class NotificationCount {
  @Field(() => NotificationState) state!: NotificationState;
  @Field(() => Int) count!: number;
}

@ObjectType()
export class Outbox {
  @Described(Boolean, 'True if a mail server is set up.') sends!: boolean;

  @Described(
    Int,
    'The number of addresses without an account that get news about releases. Their mails are not listed.',
  )
  subscribers!: number;

  @Field(() => [NotificationCount]) counts!: NotificationCount[];
  @Described([Notification], 'Newest first.') items!: Notification[];
}

@ObjectType()
export class RemindReportersPayload extends Payload {
  @Described(Int, 'The number of people who get a mail.') reminded!: number;
}

@ObjectType()
export class SendAgainPayload extends Payload {
  @Nullable(Notification) notification!: Notification | null;
}
