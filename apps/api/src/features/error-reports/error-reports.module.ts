import { Module } from '@nestjs/common';
import { NotificationsModule } from '../notifications/notifications.module.ts';
import { ErrorReportService } from './error-report.service.ts';
import { ErrorReportsController } from './error-reports.controller.ts';

@Module({
  imports: [NotificationsModule],
  controllers: [ErrorReportsController],
  providers: [ErrorReportService],
})
export class ErrorReportsModule {}
