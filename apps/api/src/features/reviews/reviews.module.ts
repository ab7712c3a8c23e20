import { Module } from '@nestjs/common';
import { ObservationsModule } from '../observations/observations.module.ts';
import { AskReporterService } from './ask-reporter.service.ts';
import { ReviewQueueService } from './review-queue.service.ts';
import { ReviewReturnReader } from './review-return.reader.ts';
import { ReviewsResolver } from './reviews.resolver.ts';
import { ReviewsService } from './reviews.service.ts';

@Module({
  imports: [ObservationsModule],
  providers: [
    AskReporterService,
    ReviewQueueService,
    ReviewReturnReader,
    ReviewsResolver,
    ReviewsService,
  ],
})
export class ReviewsModule {}
