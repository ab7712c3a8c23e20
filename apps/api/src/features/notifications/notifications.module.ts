import { AreaReader } from '../countries/area.reader.ts';
import { Module } from '@nestjs/common';
import { DeskChangesModule } from '../desk-changes/desk-changes.module.ts';
import { DeliveryService } from './delivery.service.ts';
import { InboxResolver } from './inbox.resolver.ts';
import { InboxService } from './inbox.service.ts';
import { NotificationsResolver } from './notifications.resolver.ts';
import { NudgeService } from './nudge.service.ts';
import { OutboxService } from './outbox.service.ts';
import { OutboxModule } from '../outbox/outbox.module.ts';
import { PlannerService } from './planner.service.ts';

@Module({
  imports: [DeskChangesModule, OutboxModule],
  providers: [
    AreaReader,
    DeliveryService,
    InboxResolver,
    InboxService,
    NotificationsResolver,
    NudgeService,
    OutboxService,
    PlannerService,
  ],
})
export class NotificationsModule {}
