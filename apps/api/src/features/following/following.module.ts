import { Module } from '@nestjs/common';
import { DeskChangesModule } from '../desk-changes/desk-changes.module.ts';
import { FollowingResolver } from './following.resolver.ts';
import { FollowsService } from './follows.service.ts';
import { MonthlyService } from './monthly.service.ts';
import { ViewsService } from './views.service.ts';
import { VisitsService } from './visits.service.ts';

@Module({
  imports: [DeskChangesModule],
  providers: [FollowingResolver, FollowsService, MonthlyService, ViewsService, VisitsService],
  exports: [MonthlyService],
})
export class FollowingModule {}
