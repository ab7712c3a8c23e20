import { Module } from '@nestjs/common';
import { DeskChangesModule } from '../desk-changes/desk-changes.module.ts';
import { Planner } from './disclosure/planner.ts';
import { OutboxModule } from '../outbox/outbox.module.ts';
import { CurrentReleaseModule } from './current-release.module.ts';
import { PlannedReleasesService } from './planned-releases.service.ts';
import { PublishReleaseService } from './publish-release.service.ts';
import { ReleasesResolver } from './releases.resolver.ts';
import { ReleasesService } from './releases.service.ts';
import { WithdrawalsResolver } from './withdrawals/withdrawals.resolver.ts';
import { WithdrawalsService } from './withdrawals/withdrawals.service.ts';

@Module({
  imports: [CurrentReleaseModule, DeskChangesModule, OutboxModule],
  providers: [
    Planner,
    PlannedReleasesService,
    PublishReleaseService,
    ReleasesResolver,
    ReleasesService,
    WithdrawalsResolver,
    WithdrawalsService,
  ],
  exports: [CurrentReleaseModule, PlannedReleasesService, ReleasesService],
})
export class ReleasesModule {}
