import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { IdempotencyModule } from '../idempotency/idempotency.module.ts';
import { CurrentRelease } from './current-release.ts';
import { ReleasesResolver } from './releases.resolver.ts';
import { ReleasesService } from './releases.service.ts';

@Module({
  imports: [AuditModule, IdempotencyModule],
  providers: [CurrentRelease, ReleasesResolver, ReleasesService],
  exports: [CurrentRelease, ReleasesService],
})
export class ReleasesModule {}
