import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { TargetState } from '@qadam/domain';
import type { TargetPath } from '../../graphql/enums.ts';
import { ExactColumn } from '../../database/exact-column.ts';

/** Versioned per indicator and area. A decided plan is never edited: a change is a new version. */
export const TargetPlanSchema = defineEntity({
  name: 'TargetPlan',
  tableName: 'target_plan',
  schema: 'work',
  properties: {
    id: p.uuid().primary(),
    indicator: p.string(),
    area: p.string(),
    version: p.integer(),
    state: p.string().$type<TargetState>(),
    baselineYear: p.integer().nullable(),
    baselineValue: p.type(ExactColumn).$type<string>().nullable(),
    path: p.string().$type<TargetPath>(),
    points: p.json<{ year: number; value: string }[]>(),
    tolerance: p.type(ExactColumn).$type<string>(),
    /** An international reference value, not adopted by the country. */
    reference: p.boolean(),
    rationale: p.json<Record<string, string>>(),
    proposedBy: p.uuid().nullable(),
    proposedAt: p.datetime().defaultRaw('now()'),
    decidedBy: p.uuid().nullable(),
    decidedAt: p.datetime().nullable(),
  },
});

export type TargetPlan = InferEntity<typeof TargetPlanSchema>;
