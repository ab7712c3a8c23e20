import { Module } from '@nestjs/common';
import { ReturnsModule } from '../returns/returns.module.ts';
import { QualityResolver } from './quality.resolver.ts';
import { QualityService } from './quality.service.ts';

@Module({
  imports: [ReturnsModule],
  providers: [QualityResolver, QualityService],
})
export class QualityModule {}
