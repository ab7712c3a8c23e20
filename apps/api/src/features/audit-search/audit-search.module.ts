import { Module } from '@nestjs/common';
import { UsersModule } from '../users/users.module.ts';
import { AuditExportController } from './audit-export.controller.ts';
import { AuditModule } from '../audit/audit.module.ts';
import { AuditResolver } from './audit.resolver.ts';
import { AuditSearchService } from './audit-search.service.ts';

/** Searching the audit chain. It is apart from AuditModule, which every change needs. */
@Module({
  imports: [AuditModule, UsersModule],
  controllers: [AuditExportController],
  providers: [AuditResolver, AuditSearchService],
})
export class AuditSearchModule {}
