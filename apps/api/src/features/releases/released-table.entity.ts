import { defineEntity, p } from '@mikro-orm/core';
import type { AreaFace, ImpliedCount } from '@qadam/domain';
import { ExactColumn } from '../../database/exact-column.ts';
import { reference } from '../../database/reference.ts';
import { Indicator } from '../indicators/indicator.entity.ts';
import { Release } from '../publication/release.entity.ts';
import { UserAccount } from '../users/user-account.entity.ts';

/** Two counts that, as an officer stated, do not count the same people. */
export const DifferentCount = defineEntity({
  name: 'DifferentCount',
  schema: 'work',
  tableName: 'different_count',
  properties: {
    count: p.text().primary(),
    other: p.text().primary(),
    reason: p.text(),
    statedBy: () => reference(UserAccount),
    statedAt: p.datetime().defaultRaw('now()'),
  },
  checks: [
    { name: 'different_count_check', expression: '((count COLLATE "C") < (other COLLATE "C"))' },
  ],
});

/** A count behind a figure of a release, hidden or not: future releases are planned with it. */
export const ReleasedCount = defineEntity({
  name: 'ReleasedCount',
  schema: 'work',
  tableName: 'released_count',
  properties: {
    indicator: p.text().primary(),
    year: p.integer().primary(),
    release: p.integer().primary(),
    key: p.text().primary(),
    part: p
      .enum(['COUNT', 'DENOMINATOR'] as const)
      .primary()
      .default('COUNT'),
    value: p.type(ExactColumn),
    hiding: p.enum(['COUNT', 'RATIO'] as const).nullable(),
  },
});

/** How the counts of an indicator and year were protected in a release that changed them. */
export const ReleasedTable = defineEntity({
  name: 'ReleasedTable',
  schema: 'work',
  tableName: 'released_table',
  properties: {
    indicator: () => reference(Indicator).primary(),
    year: p.integer().primary(),
    release: () => reference(Release, { deferMode: 'deferred' }).primary(),
    thresholdBase: p.integer(),
    thresholdDetailed: p.integer(),
    withheld: p.json<readonly AreaFace[]>(),
    /** What the printed rates reveal about hidden counts next to them. */
    told: p.json<readonly ImpliedCount[]>().defaultRaw(`'[]'::jsonb`),
  },
});
