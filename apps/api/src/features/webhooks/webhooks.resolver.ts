import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import {
  CreateWebhookInput,
  EndWebhookInput,
  Webhook,
  WebhookDelivery,
  WebhookPayload,
} from './webhook.type.ts';
import { WebhooksService } from './webhooks.service.ts';

@Resolver(() => Webhook)
export class WebhooksResolver {
  constructor(private readonly hooks: WebhooksService) {}

  @Access('READ_WEBHOOKS')
  @Query(() => [Webhook])
  webhooks(@CurrentActor() actor: Actor, @Args('area', { type: () => ID }) area: string) {
    return this.hooks.webhooks(actor, area);
  }

  @ResolveField(() => [WebhookDelivery])
  deliveries(@Parent() { id }: Pick<Webhook, 'id'>): Promise<WebhookDelivery[]> {
    return this.hooks.deliveries(id);
  }

  @Access('MANAGE_WEBHOOKS')
  @Mutation(() => WebhookPayload)
  createWebhook(@CurrentActor() actor: Actor, @Args('input') input: CreateWebhookInput) {
    return this.hooks.create(actor, input);
  }

  @Access('MANAGE_WEBHOOKS')
  @Mutation(() => WebhookPayload, {
    description: 'Ends a webhook. Nothing is sent to its address any more.',
  })
  endWebhook(@CurrentActor() actor: Actor, @Args('input') input: EndWebhookInput) {
    return this.hooks.end(actor, input);
  }
}
