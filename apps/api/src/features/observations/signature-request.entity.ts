import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { reference } from '../../database/reference.ts';
import { Area } from '../countries/area.entity.ts';
import { Cycle } from '../cycles/cycle.entity.ts';
import { Evidence } from '../evidence/evidence.entity.ts';
import { Organisation } from '../organisations/organisation.entity.ts';
import { UserAccount } from '../users/user-account.entity.ts';
import { Revision } from './observation.entity.ts';
import { Submission } from './submission.entity.ts';

/** A return that one person of a country has prepared; another person submits it by signing, or gives it back. */
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
    /** When the request was settled: it was signed, or everything left of it has been prepared again. */
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

/** A value of the request, with the version of its observation at that time: any later change of the row has another version. */
export const SignatureRequestRevision = defineEntity({
  name: 'SignatureRequestRevision',
  schema: 'work',
  tableName: 'signature_request_revision',
  properties: {
    request: () => reference(SignatureRequest).primary(),
    revision: () => reference(Revision).primary(),
    version: p.integer(),
    /** The area of the request. The row-level policies of requests and observations look here, as they cannot look at each other. */
    area: () => reference(Area),
  },
  indexes: [{ name: 'signature_request_revision_by_revision', properties: ['revision'] }],
});
export type SignatureRequestRevision = InferEntity<typeof SignatureRequestRevision>;
