import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { reference } from '../../database/reference.ts';
import { Area } from '../countries/area.entity.ts';
import { Cycle } from '../cycles/cycle.entity.ts';
import { Evidence } from '../evidence/evidence.entity.ts';
import { Organisation } from '../organisations/organisation.entity.ts';
import { UserAccount } from '../users/user-account.entity.ts';
import { Revision } from './observation.entity.ts';
import { Submission } from './submission.entity.ts';

/** A return as one person of a country prepared it; another hands it in by signing, or gives it back. */
export const SignatureRequest = defineEntity({
  name: 'SignatureRequest',
  schema: 'work',
  tableName: 'signature_request',
  properties: {
    id: p.uuid().primary(),
    area: () => reference(Area),
    cycle: () => reference(Cycle),
    organisation: () => reference(Organisation).nullable(),
    note: p.text().nullable(),
    letter: () => reference(Evidence).nullable(),
    preparedBy: () => reference(UserAccount),
    preparedAt: p.datetime().defaultRaw('now()'),
    decision: p.enum(['SIGNED', 'GIVEN_BACK'] as const).nullable(),
    decidedBy: () => reference(UserAccount).nullable(),
    decidedAt: p.datetime().nullable(),
    /** Since when nobody has anything to do with it: it was signed, or all that was left of it is prepared again. */
    endedAt: p.datetime().nullable(),
    /** Why it was given back. */
    comment: p.text().nullable(),
    submission: () => reference(Submission).nullable(),
  },
  indexes: [{ name: 'signature_request_by_area', properties: ['area', 'cycle'] }],
  checks: [
    {
      name: 'signature_request_of_another',
      expression: "((decision <> 'SIGNED'::text) OR (decided_by <> prepared_by))",
    },
    {
      name: 'signature_request_decided',
      expression: '((decision IS NULL) = (decided_by IS NULL))',
    },
  ],
});
export type SignatureRequest = InferEntity<typeof SignatureRequest>;

/** What stands in it, at the version of the observation that was prepared: any change of the row is another. */
export const SignatureRequestRevision = defineEntity({
  name: 'SignatureRequestRevision',
  schema: 'work',
  tableName: 'signature_request_revision',
  properties: {
    request: () => reference(SignatureRequest).primary(),
    revision: () => reference(Revision).primary(),
    version: p.integer(),
    /** As of the request: the policies of requests and observations look here, and may not look at each other. */
    area: () => reference(Area),
  },
  indexes: [{ name: 'signature_request_revision_by_revision', properties: ['revision'] }],
});
export type SignatureRequestRevision = InferEntity<typeof SignatureRequestRevision>;
