import { Module } from '@nestjs/common';
import { FollowingModule } from '../following/following.module.ts';
import { OutboxModule } from '../outbox/outbox.module.ts';
import { SubscriptionService } from './subscription.service.ts';
import { SubscriptionsController } from './subscriptions.controller.ts';
import { UnsubscribeController } from './unsubscribe.controller.ts';

@Module({
  imports: [FollowingModule, OutboxModule],
  controllers: [SubscriptionsController, UnsubscribeController],
  providers: [SubscriptionService],
})
export class SubscriptionsModule {}
