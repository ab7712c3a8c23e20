import { Module } from '@nestjs/common';
import { ObservationsModule } from '../observations/observations.module.ts';
import { ReviewsResolver } from './reviews.resolver.ts';
import { ReviewsService } from './reviews.service.ts';

@Module({ imports: [ObservationsModule], providers: [ReviewsResolver, ReviewsService] })
export class ReviewsModule {}
