import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../graphql/enums.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { Payload } from '../../graphql/problem.type.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';
import { Person } from '../users/person.type.ts';
import { DELIVERY_STATES, WEBHOOK_EVENTS } from './webhook-events.ts';

export const WebhookEventType = enumOf('WebhookEvent', ...WEBHOOK_EVENTS);
export const WebhookDeliveryState = enumOf('WebhookDeliveryState', ...DELIVERY_STATES);

@ObjectType()
export class WebhookDelivery {
  @Field(() => ID) id!: string;
  @Field(() => WebhookEventType) event!: keyof typeof WebhookEventType;
  @Field(() => WebhookDeliveryState) state!: keyof typeof WebhookDeliveryState;
  @Field(() => Int) attempts!: number;
  @Nullable(Int, 'The HTTP status that the address answered with.')
  status!: number | null;
  @Nullable(String) error!: string | null;
  @Field(() => String) createdAt!: string;
  @Field(() => String) changedAt!: string;
}

@ObjectType({
  description: 'An address that is notified of what happens to the figures of a country.',
})
export class Webhook {
  @Field(() => ID) id!: string;
  @Field(() => ID) area!: string;
  @Field(() => String) url!: string;
  @Field(() => [WebhookEventType]) events!: (keyof typeof WebhookEventType)[];
  @Field(() => Person) createdBy!: Person;
  @Field(() => String) createdAt!: string;
  @Described([WebhookDelivery], 'The deliveries of the last month, the newest hundred.')
  deliveries!: WebhookDelivery[];
}

@InputType()
export class CreateWebhookInput extends ChangeInput {
  @Field(() => ID) area!: string;
  @Field(() => String) url!: string;
  @Field(() => [WebhookEventType]) events!: (keyof typeof WebhookEventType)[];
}

@InputType()
export class EndWebhookInput extends ChangeInput {
  @Field(() => ID) webhook!: string;
}

@ObjectType()
export class WebhookPayload extends Payload {
  @Nullable(
    String,
    'The secret that signs its messages. It is shown only when the webhook is created.',
  )
  secret!: string | null;
  @Field(() => [Webhook]) webhooks!: Webhook[];
}
