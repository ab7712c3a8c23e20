import { Module } from '@nestjs/common';
import { ObservationsModule } from '../observations/observations.module.ts';
import { QualityResolver } from './quality.resolver.ts';
import { QualityService } from './quality.service.ts';

@Module({
  imports: [ObservationsModule],
  providers: [QualityResolver, QualityService],
})
export class QualityModule {}
