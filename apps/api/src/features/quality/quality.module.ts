import { Module } from '@nestjs/common';
import { ObservationsModule } from '../observations/observations.module.ts';
import { AssignmentReader } from './assignment.reader.ts';
import { QualityResolver } from './quality.resolver.ts';
import { QualityService } from './quality.service.ts';

@Module({
  imports: [ObservationsModule],
  providers: [AssignmentReader, QualityResolver, QualityService],
})
export class QualityModule {}
