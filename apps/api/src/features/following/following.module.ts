import { Module } from '@nestjs/common';
import { DeskChangesModule } from '../desk-changes/desk-changes.module.ts';
import { FollowingResolver } from './following.resolver.ts';
import { FollowingService } from './following.service.ts';
import { VisitsService } from './visits.service.ts';

@Module({
  imports: [DeskChangesModule],
  providers: [FollowingResolver, FollowingService, VisitsService],
  exports: [FollowingService],
})
export class FollowingModule {}
