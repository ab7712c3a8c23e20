import { Module } from '@nestjs/common';
import { ObservationsModule } from '../observations/observations.module.ts';
import { ReviewsResolver } from './reviews.resolver.ts';

@Module({ imports: [ObservationsModule], providers: [ReviewsResolver] })
export class ReviewsModule {}
