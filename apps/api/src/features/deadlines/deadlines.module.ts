import { Module } from '@nestjs/common';
import { DeskChangesModule } from '../desk-changes/desk-changes.module.ts';
import { DeadlinesController } from './deadlines.controller.ts';
import { DeadlinesResolver } from './deadlines.resolver.ts';
import { DeadlinesService } from './deadlines.service.ts';

@Module({
  imports: [DeskChangesModule],
  controllers: [DeadlinesController],
  providers: [DeadlinesResolver, DeadlinesService],
})
export class DeadlinesModule {}
