import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { reference } from '../../database/reference.ts';
import { Area } from '../countries/area.entity.ts';
import { Cycle } from '../cycles/cycle.entity.ts';
import { Evidence } from '../evidence/evidence.entity.ts';
import { Revision } from './observation.entity.ts';
import { Organisation } from '../organisations/organisation.entity.ts';
import { UserAccount } from '../users/user-account.entity.ts';

export const Submission = defineEntity({
  name: 'Submission',
  schema: 'work',
  tableName: 'submission',
  properties: {
    id: p.uuid().primary(),
    number: p.text(),
    cycle: () => reference(Cycle),
    area: () => reference(Area),
    organisation: () => reference(Organisation).nullable(),
    note: p.text().nullable(),
    /** The person who submitted it; if a second person signed, the one who prepared it. */
    submittedBy: () => reference(UserAccount),
    signedBy: () => reference(UserAccount).nullable(),
    submittedAt: p.datetime().defaultRaw('now()'),
    recalledAt: p.datetime().nullable(),
    letter: () => reference(Evidence).nullable(),
  },
  uniques: [{ name: 'submission_number_key', properties: ['number'] }],
  checks: [{ name: 'submission_signed_by_another', expression: '(signed_by <> submitted_by)' }],
  indexes: [{ name: 'submission_by_area', properties: ['area', 'cycle'] }],
});
export type Submission = InferEntity<typeof Submission>;

export const SubmissionRevision = defineEntity({
  name: 'SubmissionRevision',
  schema: 'work',
  tableName: 'submission_revision',
  properties: {
    submission: () => reference(Submission, { createForeignKeyConstraint: false }).primary(),
    revision: () => reference(Revision, { createForeignKeyConstraint: false }).primary(),
  },
  indexes: [{ name: 'submission_revision_by_revision', properties: ['revision'] }],
});
export type SubmissionRevision = InferEntity<typeof SubmissionRevision>;
