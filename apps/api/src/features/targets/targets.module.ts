import { Module } from '@nestjs/common';
import { ObservationsModule } from '../observations/observations.module.ts';
import { TargetDeskReader } from './target-desk.reader.ts';
import { TargetsResolver } from './targets.resolver.ts';
import { TargetsService } from './targets.service.ts';

@Module({
  imports: [ObservationsModule],
  providers: [TargetDeskReader, TargetsResolver, TargetsService],
})
export class TargetsModule {}
