import { Module } from '@nestjs/common';
import { NotificationsModule } from '../notifications/notifications.module.ts';
import { DeskSummaryResolver } from './desk-summary.resolver.ts';
import { DeskSummaryService } from './desk-summary.service.ts';

@Module({
  imports: [NotificationsModule],
  providers: [DeskSummaryResolver, DeskSummaryService],
})
export class DeskSummaryModule {}
