import { Module } from '@nestjs/common';
import { DeskChangesModule } from '../desk-changes/desk-changes.module.ts';
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.ts';
import { FollowingResolver } from './following.resolver.ts';
import { FollowsService } from './follows.service.ts';
import { MonthlyService } from './monthly.service.ts';
import { UnsubscribeController } from './unsubscribe.controller.ts';
import { ViewsService } from './views.service.ts';
import { VisitsService } from './visits.service.ts';

@Module({
  imports: [DeskChangesModule, SubscriptionsModule],
  controllers: [UnsubscribeController],
  providers: [FollowingResolver, FollowsService, MonthlyService, ViewsService, VisitsService],
})
export class FollowingModule {}
