import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { IdempotencyModule } from '../idempotency/idempotency.module.ts';
import { CurrentReleaseModule } from './current-release.module.ts';
import { PlannedReleasesResolver } from './planned-releases.resolver.ts';
import { PlannedReleasesService } from './planned-releases.service.ts';
import { ReleasesResolver } from './releases.resolver.ts';
import { ReleasesService } from './releases.service.ts';
import { WithdrawalsResolver } from './withdrawals/withdrawals.resolver.ts';
import { WithdrawalsService } from './withdrawals/withdrawals.service.ts';

@Module({
  imports: [AuditModule, CurrentReleaseModule, IdempotencyModule],
  providers: [
    PlannedReleasesResolver,
    PlannedReleasesService,
    ReleasesResolver,
    ReleasesService,
    WithdrawalsResolver,
    WithdrawalsService,
  ],
  exports: [CurrentReleaseModule, PlannedReleasesService, ReleasesService],
})
export class ReleasesModule {}
