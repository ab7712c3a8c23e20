import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { EVIDENCE_KINDS } from '@qadam/domain';
import { reference } from '../../database/reference.ts';
import { Area } from '../countries/area.entity.ts';
import { Revision } from '../observations/observation.entity.ts';
import { Organisation } from '../organisations/organisation.entity.ts';
import { UserAccount } from '../users/user-account.entity.ts';

/** A file or link of an area, stored once for the same bytes or address. Private unless marked public. */
export const Evidence = defineEntity({
  name: 'Evidence',
  schema: 'work',
  tableName: 'evidence',
  properties: {
    id: p.uuid().primary(),
    area: () => reference(Area),
    kind: p.enum(EVIDENCE_KINDS),
    title: p.text(),
    mediaType: p.text().nullable(),
    size: p.integer().nullable(),
    sha256: p.text().nullable(),
    url: p.text().nullable(),
    addedBy: () => reference(UserAccount),
    addedAt: p.datetime().defaultRaw('now()'),
    organisation: () => reference(Organisation).nullable(),
  },
  uniques: [
    { name: 'evidence_area_sha256_key', properties: ['area', 'sha256'] },
    { name: 'evidence_area_url_key', properties: ['area', 'url'] },
  ],
  indexes: [
    { name: 'evidence_by_organisation', properties: ['area', 'organisation'], include: ['size'] },
  ],
  checks: [
    {
      name: 'evidence_check',
      expression:
        "((kind = 'FILE'::text) = ((sha256 IS NOT NULL) AND (media_type IS NOT NULL) AND (size IS NOT NULL)))",
    },
    { name: 'evidence_check1', expression: "((kind = 'LINK'::text) = (url IS NOT NULL))" },
    {
      name: 'evidence_title_check',
      expression: '((length(title) >= 1) AND (length(title) <= 300))',
    },
  ],
});
export type Evidence = InferEntity<typeof Evidence>;

/** The bytes of a file, in a table of their own so that lists of evidence need not read them. */
export const EvidenceContent = defineEntity({
  name: 'EvidenceContent',
  schema: 'work',
  tableName: 'evidence_content',
  properties: {
    evidence: () => reference(Evidence).primary(),
    content: p.blob(),
  },
});
export type EvidenceContent = InferEntity<typeof EvidenceContent>;

/** An officer marked the evidence public, or private again, with the language of its content; the newest mark counts. */
export const EvidenceMark = defineEntity({
  name: 'EvidenceMark',
  schema: 'work',
  tableName: 'evidence_mark',
  properties: {
    number: p.bigint('number').primary().autoincrement().generated('identity'),
    evidence: () => reference(Evidence),
    public: p.boolean(),
    markedBy: () => reference(UserAccount),
    markedAt: p.datetime().defaultRaw('now()'),
    lang: p.text().nullable(),
  },
  indexes: [{ name: 'evidence_mark_by_evidence', properties: ['evidence'] }],
});
export type EvidenceMark = InferEntity<typeof EvidenceMark>;

/** The evidence was attached to an observation at this revision, or detached again; the newest row counts. */
export const RevisionEvidence = defineEntity({
  name: 'RevisionEvidence',
  schema: 'work',
  tableName: 'revision_evidence',
  properties: {
    number: p.bigint('number').primary().autoincrement().generated('identity'),
    revision: () => reference(Revision),
    evidence: () => reference(Evidence),
    attached: p.boolean(),
    author: () => reference(UserAccount),
    createdAt: p.datetime().defaultRaw('now()'),
  },
  indexes: [
    { name: 'revision_evidence_by_evidence', properties: ['evidence'] },
    { name: 'revision_evidence_by_revision', properties: ['revision'] },
  ],
});
export type RevisionEvidence = InferEntity<typeof RevisionEvidence>;
