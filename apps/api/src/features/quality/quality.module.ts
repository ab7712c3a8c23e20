import { Module } from '@nestjs/common';
import { ReturnsModule } from '../returns/returns.module.ts';
import { AssignmentReader } from './assignment.reader.ts';
import { QualityResolver } from './quality.resolver.ts';
import { QualityService } from './quality.service.ts';

@Module({
  imports: [ReturnsModule],
  providers: [AssignmentReader, QualityResolver, QualityService],
})
export class QualityModule {}
