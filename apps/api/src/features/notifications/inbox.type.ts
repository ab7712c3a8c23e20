import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Language } from '../../graphql/enums.ts';
import { Payload } from '../../graphql/problem.type.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';
import { NotificationKind } from '../outbox/notification.enums.ts';

@ObjectType({
  description: 'Something that happened and concerns the person: what a mail said too.',
})
export class InboxItem {
  @Field(() => ID) id!: string;
  @Field(() => NotificationKind) kind!: NotificationKind;
  @Field(() => String) subject!: string;
  @Field(() => Language, { description: 'Of the subject: the one in which mails are written.' })
  language!: Language;
  @Field(() => String, { description: 'Where it leads, below the language in the address.' })
  path!: string;
  @Field(() => String) createdAt!: string;
  @Field(() => String, { nullable: true }) readAt!: string | null;
}

@ObjectType()
export class Inbox {
  @Field(() => [InboxItem], { description: 'The newest first.' }) items!: InboxItem[];
  @Field(() => String, { nullable: true, description: 'Where the next page begins.' })
  next!: string | null;
}

@InputType()
export class MarkInboxReadInput extends ChangeInput {
  @Field(() => [ID], { nullable: true, description: 'Without it all of them.' })
  items?: string[] | null;
}

@ObjectType()
export class MarkInboxReadPayload extends Payload {
  @Field(() => Int, { description: 'That are still unread.' }) unread!: number;
}
