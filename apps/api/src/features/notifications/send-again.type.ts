import { Field, ObjectType } from '@nestjs/graphql';
import { Problem } from '../../graphql/problem.type.ts';
import { Notification } from './outbox.type.ts';

@ObjectType()
export class SendAgainPayload {
  @Field(() => Notification, { nullable: true })
  notification!: Notification | null;

  @Field(() => [Problem])
  problems!: Problem[];
}
