import { MessageSchema } from '../features/observations/message.entity.ts';
import { ObservationSchema } from '../features/observations/observation.entity.ts';
import { RevisionSchema } from '../features/observations/revision.entity.ts';
import { SubmissionSchema } from '../features/observations/submission.entity.ts';
import { ReviewSchema } from '../features/reviews/review.entity.ts';
import { TargetPlanSchema } from '../features/targets/target-plan.entity.ts';
import { UserAccountSchema } from '../features/users/user-account.entity.ts';

/** Every feature adds its own. */
export const entities = [
  MessageSchema,
  ObservationSchema,
  ReviewSchema,
  RevisionSchema,
  SubmissionSchema,
  TargetPlanSchema,
  UserAccountSchema,
];
