import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { IdempotencyModule } from '../idempotency/idempotency.module.ts';
import { ReleasesResolver } from './releases.resolver.ts';
import { ReleasesService } from './releases.service.ts';

@Module({
  imports: [AuditModule, IdempotencyModule],
  providers: [ReleasesResolver, ReleasesService],
  exports: [ReleasesService],
})
export class ReleasesModule {}
