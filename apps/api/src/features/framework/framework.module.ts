import { Module } from '@nestjs/common';
import { DeskChangesModule } from '../desk-changes/desk-changes.module.ts';
import { OutboxModule } from '../outbox/outbox.module.ts';
import { UsersModule } from '../users/users.module.ts';
import { CycleDeskResolver } from './cycle-desk.resolver.ts';
import { CycleDeskService } from './cycle-desk.service.ts';
import { FrameworkChange } from './framework.change.ts';
import { FrameworkController } from './framework.controller.ts';
import { FrameworkResolver } from './framework.resolver.ts';
import { FrameworkService } from './framework.service.ts';

@Module({
  imports: [DeskChangesModule, OutboxModule, UsersModule],
  controllers: [FrameworkController],
  providers: [
    CycleDeskResolver,
    CycleDeskService,
    FrameworkChange,
    FrameworkResolver,
    FrameworkService,
  ],
  exports: [FrameworkChange, FrameworkService],
})
export class FrameworkModule {}
