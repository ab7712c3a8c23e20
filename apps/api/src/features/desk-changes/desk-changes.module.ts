import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { DeskChange } from './desk-change.ts';

/** What every change at a desk needs: its transaction and its audit event. */
@Module({
  imports: [AuditModule],
  providers: [DeskChange],
  exports: [AuditModule, DeskChange],
})
export class DeskChangesModule {}
