import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { REVIEW_DECISIONS } from '@qadam/domain';
import { reference } from '../../database/reference.ts';
import { Observation, Revision } from '../observations/observation.entity.ts';
import { UserAccount } from '../users/user-account.entity.ts';

/** A reviewer's decision on one revision. Rows are only added; undoing a decision is another row. */
export const Review = defineEntity({
  name: 'Review',
  schema: 'work',
  tableName: 'review',
  properties: {
    id: p.uuid().primary(),
    observation: () => reference(Observation, { createForeignKeyConstraint: false }),
    revision: () => reference(Revision, { createForeignKeyConstraint: false }),
    decision: p.enum(REVIEW_DECISIONS),
    reason: p.text().nullable(),
    reviewer: () => reference(UserAccount, { createForeignKeyConstraint: false }),
    createdAt: p.datetime().defaultRaw('now()'),
    /** The same for all values that were approved together. */
    batch: p.uuid().nullable(),
  },
  indexes: [
    { name: 'review_by_batch', properties: ['batch'], where: { batch: { $ne: null } } },
    { name: 'review_by_observation', properties: ['observation'] },
  ],
  checks: [
    {
      name: 'review_check',
      expression: "((decision <> 'RETURNED'::text) OR (reason IS NOT NULL))",
    },
    { name: 'review_check1', expression: "((batch IS NULL) OR (decision = 'APPROVED'::text))" },
  ],
});
export type Review = InferEntity<typeof Review>;
