import { defineEntity, p } from '@mikro-orm/core';
import {
  FACT_BASES,
  type MissingReason,
  type ObservationStatus,
  type RevisionReason,
  TOTAL,
} from '@qadam/domain';
import { cellKey } from '../../database/cell-properties.ts';
import { ExactColumn } from '../../database/exact-column.ts';
import { CELL_COLUMNS } from '../../database/expressions.ts';
import type { EvidenceKind, Via } from '../../graphql/enums.ts';
import type { Texts } from '../../graphql/local-text.type.ts';
import { endsLater, lifetime, released } from './lifetime.ts';

/** A competing figure, and why another was chosen. */
export const PublishedAlternative = defineEntity({
  ...released('PublishedAlternative', 'alternative', [
    'indicator',
    'area',
    'year',
    'source',
    'value',
  ]),
  properties: {
    indicator: p.text().primary(),
    area: p.text().primary(),
    year: p.integer().primary(),
    source: p.text().primary(),
    value: p.type(ExactColumn).primary(),
    note: p.json<Texts>(),
    chosen: p.json<Texts>(),
    ...lifetime,
  },
});

/** A document that proves values. */
export const PublishedDocument = defineEntity({
  ...released('PublishedDocument', 'document', ['id']),
  properties: {
    id: p.uuid().primary(),
    kind: p.text().$type<EvidenceKind>(),
    title: p.text(),
    mediaType: p.text().nullable(),
    size: p.integer().nullable(),
    sha256: p.text().nullable(),
    url: p.text().nullable(),
    lang: p.text().nullable(),
    ...lifetime,
  },
});

/** The content of a document; null if it was withdrawn for safety. */
export const PublishedDocumentContent = defineEntity({
  name: 'PublishedDocumentContent',
  schema: 'publication',
  tableName: 'document_content',
  properties: {
    document: p.uuid().primary(),
    content: p.blob().nullable(),
  },
});

/** How many rows of an indicator in an area have the same origin, and their first and last year. */
export interface Origin {
  source: string | null;
  body: string | null;
  /** Does the row name a body or a document of one? */
  own: boolean;
  rows: number;
  hidden: number;
  first: number;
  last: number;
}

/** The distinct codes that rows use. */
export type Codes = Record<
  'years' | 'sexes' | 'ages' | 'urbanisations' | 'regions' | 'breakdowns' | 'statuses',
  string[]
>;

/**
 * Counts of the rows that a release holds for an indicator in an area, so that readers need not count them. Written by publication.tally_values with
 * the release, and again when a cell is withdrawn for safety. Not part of the release's hash.
 */
export const PublishedTally = defineEntity({
  ...released('PublishedTally', 'tally', ['indicator', 'area']),
  properties: {
    indicator: p.text().primary(),
    area: p.text().primary(),
    rows: p.integer(),
    /** Rows with a value, or hidden. */
    figures: p.integer(),
    hidden: p.integer(),
    firstYear: p.integer(),
    lastYear: p.integer(),
    origins: p.json<Origin[]>(),
    codes: p.json<Codes>(),
    /** Figures that the release before did not have. */
    came: p.integer(),
    /** Figures that the release before had too, where a reader sees something else now. */
    changed: p.integer(),
    ...lifetime,
  },
  // lets counts be summed up from the index, without reading the origins
  indexes: [
    {
      name: 'tally_counts',
      properties: ['untilRelease', 'fromRelease', 'rows', 'figures', 'hidden'],
    },
  ],
});

/** A cell that was withdrawn from every release, for somebody's safety. */
export const PublishedTombstone = defineEntity({
  name: 'PublishedTombstone',
  schema: 'publication',
  tableName: 'tombstone',
  properties: {
    ...cellKey,
    withdrawnAt: p.datetime().defaultRaw('now()'),
  },
});

/** The codes of a total. A release has a few thousand totals among millions of values: pages show them side by side. */
const TOTALS = { sex: TOTAL, age: TOTAL, urbanisation: TOTAL, region: TOTAL, breakdown: TOTAL };

/**
 * An index of parts in the order in which answers list them (breakdowns.reader.ts), so that the first ones are found without reading the others. How
 * many values each year has is told to PostgreSQL beside it (`value_years`, a migration: MikroORM has no words for statistics).
 */
const partsInOrder = (name: string) =>
  `create index "${name}" on "publication"."value" ("indicator", "area", (- "year"), ((("sex" <> '_T')::int + ("age" <> '_T')::int + ("urbanisation" <> '_T')::int + ("region" <> '_T')::int + ("breakdown" <> '_T')::int)), "sex", "age", "urbanisation", "region", "breakdown") where "sex" <> '_T' or "age" <> '_T' or "urbanisation" <> '_T' or "region" <> '_T' or "breakdown" <> '_T'`;

/** A figure, or a cell without one. A cell with status Q is hidden and has no other details. */
export const PublishedValue = defineEntity({
  ...released('PublishedValue', 'value', [...CELL_COLUMNS]),
  properties: {
    ...cellKey,
    value: p.type(ExactColumn).nullable(),
    numerator: p.type(ExactColumn).nullable(),
    denominator: p.type(ExactColumn).nullable(),
    obsStatus: p.text().$type<ObservationStatus>(),
    missingReason: p.text().$type<MissingReason>().nullable(),
    source: p.text().nullable(),
    sourceText: p.text().nullable(),
    note: p.json<Texts>().nullable(),
    via: p.text().$type<Via>().nullable(),
    submittedOn: p.date().nullable(),
    approvedOn: p.date().nullable(),
    revision: p.integer().nullable(),
    reason: p.text().$type<RevisionReason>().nullable(),
    ...lifetime,
    body: p.text().nullable(),
    period: p.text().nullable(),
    factDate: p.text().nullable(),
    provision: p.text().nullable(),
    basis: p.enum(FACT_BASES).nullable(),
  },
  indexes: [
    { name: 'value_totals', properties: ['indicator', 'area', 'year'], where: TOTALS },
    { name: 'value_parts', expression: (_, __, name) => partsInOrder(name) },
    {
      name: 'value_changed',
      properties: ['untilRelease', 'indicator'],
      where: { untilRelease: { $ne: null } },
    },
    { name: 'value_since', properties: ['fromRelease', 'indicator'] },
  ],
  checks: [
    endsLater('value_check1'),
    {
      name: 'value_check',
      expression:
        "((obs_status <> 'Q'::text) OR (num_nonnulls(value, numerator, denominator, missing_reason, source, source_text, note, via, submitted_on, approved_on, revision, reason) = 0))",
    },
    {
      name: 'value_fact_date_check',
      expression: "(fact_date ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'::text)",
    },
    {
      name: 'value_hidden_has_no_body',
      expression: "((obs_status <> 'Q'::text) OR (num_nonnulls(body, period) = 0))",
    },
    {
      name: 'value_hidden_has_no_fact',
      expression: "((obs_status <> 'Q'::text) OR (num_nonnulls(fact_date, provision, basis) = 0))",
    },
  ],
});

/** Which document proves which value. */
export const PublishedValueDocument = defineEntity({
  ...released('PublishedValueDocument', 'value_document', [...CELL_COLUMNS, 'document']),
  properties: {
    ...cellKey,
    document: p.uuid().primary(),
    ...lifetime,
  },
});

/** A part of a table that is not shown, so that nobody can compute a hidden one. */
export const PublishedWithheld = defineEntity({
  ...released('PublishedWithheld', 'withheld', ['indicator', 'area', 'year', 'face']),
  properties: {
    indicator: p.text().primary(),
    area: p.text().primary(),
    year: p.integer().primary(),
    face: p.text().primary(),
    ...lifetime,
  },
});
