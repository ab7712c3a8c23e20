import { Module } from '@nestjs/common';
import { UsersModule } from '../users/users.module.ts';
import { AuditExportController } from './audit-export.controller.ts';
import { AuditResolver } from './audit.resolver.ts';
import { AuditSearchService } from './audit-search.service.ts';

/** Searching the audit chain. */
@Module({
  imports: [UsersModule],
  controllers: [AuditExportController],
  providers: [AuditResolver, AuditSearchService],
})
export class AuditSearchModule {}
