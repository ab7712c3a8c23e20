import { Module } from '@nestjs/common';
import { OutboxModule } from '../outbox/outbox.module.ts';
import { ErrorReportService } from './error-report.service.ts';
import { ErrorReportsController } from './error-reports.controller.ts';

@Module({
  imports: [OutboxModule],
  controllers: [ErrorReportsController],
  providers: [ErrorReportService],
})
export class ErrorReportsModule {}
