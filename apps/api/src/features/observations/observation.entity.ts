import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { WorkState } from '@qadam/domain';

/**
 * One cell of what is reported. It points to its current revision by id, without a relation:
 * relations point from child to parent, and the revision is the child.
 */
export const ObservationSchema = defineEntity({
  name: 'Observation',
  tableName: 'observation',
  schema: 'work',
  properties: {
    id: p.uuid().primary(),
    indicator: p.string(),
    area: p.string(),
    year: p.integer(),
    sex: p.string().default('_T'),
    age: p.string().default('_T'),
    urbanisation: p.string().default('_T'),
    region: p.string().default('_T'),
    breakdown: p.string().default('_T'),
    state: p.string().$type<WorkState>(),
    /** How often the row was changed: what expectedVersion is compared with. */
    version: p.integer(),
    currentRevision: p.uuid(),
    publishedRevision: p.uuid().nullable(),
    sample: p.boolean().default(false),
  },
});

export type Observation = InferEntity<typeof ObservationSchema>;
