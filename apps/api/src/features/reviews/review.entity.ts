import { defineEntity, p } from '@mikro-orm/core';
import type { ReviewDecision } from '../../graphql/enums.ts';

/** What a reviewer decided, at exactly which revision. Append-only; undoing is a row of its own. */
export const ReviewSchema = defineEntity({
  name: 'Review',
  tableName: 'review',
  schema: 'work',
  properties: {
    id: p.uuid().primary(),
    observation: p.uuid(),
    revision: p.uuid(),
    decision: p.string().$type<ReviewDecision>(),
    reason: p.text().nullable(),
    /** The values approved by one press share one. */
    batch: p.uuid().nullable(),
    reviewer: p.uuid(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});
