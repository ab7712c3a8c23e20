import { Module } from '@nestjs/common';
import { ObservationsModule } from '../observations/observations.module.ts';
import { AskReporterService } from './ask-reporter.service.ts';
import { ReviewsResolver } from './reviews.resolver.ts';
import { ReviewsService } from './reviews.service.ts';

@Module({
  imports: [ObservationsModule],
  providers: [AskReporterService, ReviewsResolver, ReviewsService],
})
export class ReviewsModule {}
