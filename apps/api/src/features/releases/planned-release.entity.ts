import { defineEntity, p } from '@mikro-orm/core';
import { reference } from '../../database/reference.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import type { Texts } from '../../graphql/local-text.type.ts';
import { Release } from '../publication/release.entity.ts';
import { UserAccount } from '../users/user-account.entity.ts';

/** A release that is to be published at an embargo time, exactly as it was previewed. */
export const PlannedRelease = defineEntity({
  name: 'PlannedRelease',
  schema: 'work',
  tableName: 'planned_release',
  properties: {
    id: p.uuid().primary(),
    asOfYear: p.integer(),
    annual: p.boolean(),
    note: p.json<Texts>(),
    previewHash: p.text(),
    publishAt: p.datetime(),
    plannedBy: () => reference(UserAccount),
    plannedAt: p.datetime().defaultRaw('now()'),
    state: p.enum(['PLANNED', 'PUBLISHED', 'REFUSED', 'CANCELLED'] as const).default('PLANNED'),
    number: () => reference(Release, { targetKey: 'number', deferMode: 'deferred' }).nullable(),
    problems: p.json<Problem[]>().defaultRaw(`'[]'::jsonb`),
    settledAt: p.datetime().nullable(),
  },
  uniques: [
    {
      name: 'planned_release_waiting',
      expression: `CREATE UNIQUE INDEX planned_release_waiting ON work.planned_release USING btree ((true)) WHERE (state = 'PLANNED'::text)`,
    },
  ],
  checks: [
    {
      name: 'planned_release_check',
      expression: "((state = 'PLANNED'::text) = (settled_at IS NULL))",
    },
    {
      name: 'planned_release_check1',
      expression: "((state = 'PUBLISHED'::text) = (number IS NOT NULL))",
    },
  ],
});
