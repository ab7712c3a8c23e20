import { Module } from '@nestjs/common';
import { AreaReader } from '../countries/area.reader.ts';
import { DeskChangesModule } from '../desk-changes/desk-changes.module.ts';
import { WebhookPlanner } from './webhook-planner.ts';
import { WebhookSender } from './webhook-sender.ts';
import { WebhooksResolver } from './webhooks.resolver.ts';
import { WebhooksService } from './webhooks.service.ts';

@Module({
  imports: [DeskChangesModule],
  providers: [AreaReader, WebhookPlanner, WebhookSender, WebhooksResolver, WebhooksService],
})
export class WebhooksModule {}
