import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { reference } from '../../database/reference.ts';
import { Area } from '../countries/area.entity.ts';
import { Indicator } from '../indicators/indicator.entity.ts';
import { UserAccount } from '../users/user-account.entity.ts';

/** A person's request to change a locked cell again, and the decision on it. A person can have one waiting request per cell. */
export const Reopening = defineEntity({
  name: 'Reopening',
  schema: 'work',
  tableName: 'reopening',
  properties: {
    id: p.uuid().primary(),
    indicator: () => reference(Indicator),
    area: () => reference(Area),
    year: p.integer(),
    person: () => reference(UserAccount),
    reason: p.text(),
    requestedAt: p.datetime().defaultRaw('now()'),
    decision: p.enum(['GRANTED', 'DECLINED'] as const).nullable(),
    until: p.datetime().nullable(),
    note: p.text().nullable(),
    decidedBy: () => reference(UserAccount).nullable(),
    decidedAt: p.datetime().nullable(),
    revokedBy: () => reference(UserAccount).nullable(),
    revokedAt: p.datetime().nullable(),
  },
  uniques: [
    {
      name: 'reopening_waiting',
      properties: ['area', 'year', 'indicator', 'person'],
      where: { decision: null },
    },
  ],
  indexes: [{ name: 'reopening_by_person', properties: ['person', 'area', 'year'] }],
  checks: [
    {
      name: 'reopening_check',
      expression:
        '(((decision IS NULL) = (decided_by IS NULL)) AND ((decided_by IS NULL) = (decided_at IS NULL)))',
    },
    {
      name: 'reopening_check1',
      expression: "((COALESCE(decision, ''::text) = 'GRANTED'::text) = (until IS NOT NULL))",
    },
    { name: 'reopening_check2', expression: '((decided_by IS NULL) OR (decided_by <> person))' },
    { name: 'reopening_check3', expression: '((revoked_by IS NULL) = (revoked_at IS NULL))' },
    { name: 'reopening_check4', expression: '((revoked_by IS NULL) OR (until IS NOT NULL))' },
  ],
});
export type Reopening = InferEntity<typeof Reopening>;
