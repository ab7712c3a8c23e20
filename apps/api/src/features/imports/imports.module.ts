import { Module } from '@nestjs/common';
import { IdempotencyModule } from '../idempotency/idempotency.module.ts';
import { ObservationsModule } from '../observations/observations.module.ts';
import { UsersModule } from '../users/users.module.ts';
import { ImportContextReader } from './import-context.reader.ts';
import { ImportJobStore } from './import-job.store.ts';
import { ImportRowsReader } from './import-rows.reader.ts';
import { ImportsController } from './imports.controller.ts';
import { ImportsService } from './imports.service.ts';
import { RequestActor } from './request-actor.ts';

@Module({
  imports: [IdempotencyModule, ObservationsModule, UsersModule],
  controllers: [ImportsController],
  providers: [ImportContextReader, ImportJobStore, ImportRowsReader, ImportsService, RequestActor],
})
export class ImportsModule {}
