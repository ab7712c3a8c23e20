import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { reference } from '../../database/reference.ts';
import { Area } from '../countries/area.entity.ts';
import { Evidence } from '../evidence/evidence.entity.ts';
import { Organisation } from '../organisations/organisation.entity.ts';
import { UserAccount } from '../users/user-account.entity.ts';

/** A body's permission to publish its figures below national level. `settledAt`: when the agreement was ended. */
export const Agreement = defineEntity({
  name: 'Agreement',
  schema: 'work',
  tableName: 'agreement',
  properties: {
    id: p.uuid().primary(),
    organisation: () => reference(Organisation),
    area: () => reference(Area),
    /** Null: all indicators that the body reports. */
    indicators: p.array().$type<string[]>().nullable(),
    signedOn: p.date(),
    validUntil: p.date().nullable(),
    document: () => reference(Evidence),
    note: p.text().nullable(),
    recordedBy: () => reference(UserAccount),
    recordedAt: p.datetime().defaultRaw('now()'),
    endedBy: () => reference(UserAccount).nullable(),
    endedReason: p.text().nullable(),
    settledAt: p.datetime().nullable(),
  },
  indexes: [{ name: 'agreement_by_body', properties: ['area', 'organisation'] }],
  checks: [
    {
      name: 'agreement_check',
      expression: '((valid_until IS NULL) OR (valid_until >= signed_on))',
    },
    {
      name: 'agreement_check1',
      expression:
        '(((settled_at IS NULL) = (ended_by IS NULL)) AND ((ended_by IS NULL) = (ended_reason IS NULL)))',
    },
    {
      name: 'agreement_indicators_check',
      expression: '((indicators IS NULL) OR (cardinality(indicators) > 0))',
    },
  ],
});
export type Agreement = InferEntity<typeof Agreement>;
