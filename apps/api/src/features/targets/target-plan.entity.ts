import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { PATH_KINDS, TARGET_STATES } from '@qadam/domain';
import { ExactColumn } from '../../database/exact-column.ts';
import { reference } from '../../database/reference.ts';
import type { Texts } from '../../graphql/local-text.type.ts';
import { Area } from '../countries/area.entity.ts';
import { Source } from '../framework/source.entity.ts';
import { Indicator } from '../indicators/indicator.entity.ts';
import { UserAccount } from '../users/user-account.entity.ts';

/** A target plan, versioned per indicator and area. A decided plan is never edited: a change is a new version. */
export const TargetPlan = defineEntity({
  name: 'TargetPlan',
  schema: 'work',
  tableName: 'target_plan',
  properties: {
    id: p.uuid().primary(),
    indicator: () => reference(Indicator),
    area: () => reference(Area),
    version: p.integer(),
    state: p.enum(TARGET_STATES),
    baselineYear: p.integer().nullable(),
    baselineValue: p.type(ExactColumn).nullable(),
    baselineSource: () => reference(Source).nullable(),
    path: p.enum(PATH_KINDS),
    points: p.json<{ year: number; value: string }[]>(),
    tolerance: p.type(ExactColumn).default(0),
    /** An international reference value, not adopted by the country. */
    reference: p.boolean(),
    citation: p.json<Texts>().nullable(),
    rationale: p.json<Texts>(),
    proposedBy: () => reference(UserAccount).nullable(),
    proposedAt: p.datetime().defaultRaw('now()'),
    decidedBy: () => reference(UserAccount).nullable(),
    decidedAt: p.datetime().nullable(),
  },
  uniques: [
    {
      name: 'target_plan_indicator_area_version_key',
      properties: ['indicator', 'area', 'version'],
    },
  ],
  checks: [
    {
      name: 'target_plan_check',
      expression:
        "((decided_by IS NULL) OR (decided_by <> proposed_by) OR (state = 'REJECTED'::text))",
    },
  ],
});
export type TargetPlan = InferEntity<typeof TargetPlan>;
