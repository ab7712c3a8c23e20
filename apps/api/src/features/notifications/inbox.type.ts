import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Language } from '../../graphql/enums.ts';
import { Payload } from '../../graphql/problem.type.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';
import { NotificationKind } from '../outbox/notification.enums.ts';

@ObjectType({
  description: 'Something that happened and concerns the person; a mail says the same.',
})
export class InboxItem {
  @Field(() => ID) id!: string;
  @Field(() => NotificationKind) kind!: NotificationKind;
  @Field(() => String) subject!: string;
  @Field(() => Language, {
    description: 'The language of the subject, which is the one of the person’s mails.',
  })
  language!: Language;
  @Field(() => String, {
    description: 'The address of the page that it leads to, without the language.',
  })
  path!: string;
  @Field(() => String) createdAt!: string;
  @Field(() => String, { nullable: true }) readAt!: string | null;
}

@ObjectType()
export class Inbox {
  @Field(() => [InboxItem], { description: 'Newest first.' }) items!: InboxItem[];
  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the next page; null on the last one.',
  })
  next!: string | null;
}

@InputType()
export class MarkInboxReadInput extends ChangeInput {
  @Field(() => [ID], { nullable: true, description: 'If left out, all of them.' })
  items?: string[] | null;
}

@ObjectType()
export class MarkInboxReadPayload extends Payload {
  @Field(() => Int, { description: 'The number of items that are still unread.' }) unread!: number;
}
