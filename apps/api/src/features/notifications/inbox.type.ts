import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Language } from '../../graphql/enums.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
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
  @Described(Language, 'The language of the subject, which is the one of the person’s mails.')
  language!: Language;
  @Described(String, 'The address of the page that it leads to, without the language.')
  path!: string;
  @Field(() => String) createdAt!: string;
  @Nullable(String) readAt!: string | null;
}

@ObjectType()
export class Inbox {
  @Described([InboxItem], 'Newest first.') items!: InboxItem[];
  @Nullable(String, 'The cursor of the next page; null on the last one.')
  next!: string | null;
}

@InputType()
export class MarkInboxReadInput extends ChangeInput {
  @Nullable([ID], 'If left out, all of them.')
  items?: string[] | null;
}

@ObjectType()
export class MarkInboxReadPayload extends Payload {
  @Described(Int, 'The number of items that are still unread.') unread!: number;
}
