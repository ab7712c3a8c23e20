import { Module } from '@nestjs/common';
import { ObservationsModule } from '../observations/observations.module.ts';
import { ApproveReturnService } from './approve-return.service.ts';
import { ReviewsResolver } from './reviews.resolver.ts';
import { ReviewsService } from './reviews.service.ts';

@Module({
  imports: [ObservationsModule],
  providers: [ApproveReturnService, ReviewsResolver, ReviewsService],
})
export class ReviewsModule {}
