import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { DeskChange } from './desk-change.ts';
import { IdempotencyService } from './idempotency.service.ts';

/** What every change at a desk needs: its transaction and its audit event. */
@Module({
  imports: [AuditModule],
  providers: [DeskChange, IdempotencyService],
  exports: [AuditModule, DeskChange],
})
export class DeskChangesModule {}
