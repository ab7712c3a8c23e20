import { Module } from '@nestjs/common';
import { DeskChangesModule } from '../desk-changes/desk-changes.module.ts';
import { UsersModule } from '../users/users.module.ts';
import { CycleDeskReader } from './cycle-desk.reader.ts';
import { CycleDeskResolver } from './cycle-desk.resolver.ts';
import { CycleDeskService } from './cycle-desk.service.ts';
import { FrameworkExchangeService } from './framework-exchange.service.ts';
import { FrameworkChange } from './framework.change.ts';
import { FrameworkController } from './framework.controller.ts';
import { FrameworkReader } from './framework.reader.ts';
import { FrameworkResolver } from './framework.resolver.ts';
import { FrameworkService } from './framework.service.ts';
import { FrameworkStore } from './framework.store.ts';

@Module({
  imports: [DeskChangesModule, UsersModule],
  controllers: [FrameworkController],
  providers: [
    CycleDeskReader,
    CycleDeskResolver,
    CycleDeskService,
    FrameworkChange,
    FrameworkExchangeService,
    FrameworkReader,
    FrameworkResolver,
    FrameworkService,
    FrameworkStore,
  ],
  exports: [FrameworkChange, FrameworkReader],
})
export class FrameworkModule {}
