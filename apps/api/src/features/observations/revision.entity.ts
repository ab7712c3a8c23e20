import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { FactBasis, MissingReason, ReasonCode, Via } from '../../graphql/enums.ts';
import { ExactColumn } from '../../database/exact-column.ts';
import { ObservationSchema } from './observation.entity.ts';

/** Append-only, one per acknowledged save; the database refuses changes. */
export const RevisionSchema = defineEntity({
  name: 'Revision',
  tableName: 'revision',
  schema: 'work',
  properties: {
    id: p.uuid().primary(),
    observation: () => p.manyToOne(ObservationSchema).joinColumn('observation'),
    number: p.integer(),
    value: p.type(ExactColumn).$type<string>().nullable(),
    numerator: p.type(ExactColumn).$type<string>().nullable(),
    denominator: p.type(ExactColumn).$type<string>().nullable(),
    missingReason: p.string().$type<MissingReason>().nullable(),
    obsStatus: p.string(),
    /** The named public source that gives the figure. */
    source: p.string().nullable(),
    sourceText: p.text().nullable(),
    /** What the figure is about where that is not its whole year: a date or interval of ISO 8601. */
    period: p.string().nullable(),
    /** Of an element of a law: when its stage was reached, what says so, and on what that rests. */
    factDate: p.string().nullable(),
    provision: p.text().nullable(),
    basis: p.string().$type<FactBasis>().nullable(),
    comment: p.text().nullable(),
    reason: p.string().$type<ReasonCode>().nullable(),
    via: p.string().$type<Via>(),
    /** A user's id; nobody for a figure taken from a named public source. */
    author: p.uuid().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});

export type Revision = InferEntity<typeof RevisionSchema>;
