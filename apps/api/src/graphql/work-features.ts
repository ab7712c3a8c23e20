import { CyclesModule } from '../features/cycles/cycles.module.ts';
import { ObservationsModule } from '../features/observations/observations.module.ts';
import { QualityModule } from '../features/quality/quality.module.ts';
import { ReleasesModule } from '../features/releases/releases.module.ts';
import { ReviewsModule } from '../features/reviews/reviews.module.ts';
import { TargetsModule } from '../features/targets/targets.module.ts';
import { UsersModule } from '../features/users/users.module.ts';

/** Modules whose resolvers the desks reach. */
export const workFeatures = [
  UsersModule,
  CyclesModule,
  ObservationsModule,
  ReviewsModule,
  TargetsModule,
  ReleasesModule,
  QualityModule,
];
