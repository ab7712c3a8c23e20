import { defineEntity, type InferEntity, p, type PropertyChain } from '@mikro-orm/core';
import {
  BREAKDOWN_DIMENSIONS,
  type CellContent,
  FACT_BASES,
  type FactContent,
  MISSING_REASONS,
  REVISION_REASONS,
  VIAS,
  WORK_STATES,
} from '@qadam/domain';
import { ExactColumn } from '../../database/exact-column.ts';
import { reference } from '../../database/reference.ts';
import type { Texts } from '../../graphql/local-text.type.ts';
import { Area } from '../countries/area.entity.ts';
import { Source } from '../framework/source.entity.ts';
import { Indicator } from '../indicators/indicator.entity.ts';
import { UserAccount } from '../users/user-account.entity.ts';

/** What a revision says about its cell. */
export interface Content extends CellContent, FactContent {
  sourceText: string | null;
  comment: string | null;
}

/** A reported cell, with its state. */
export const Observation = defineEntity({
  name: 'Observation',
  schema: 'work',
  tableName: 'observation',
  properties: {
    id: p.uuid().primary(),
    indicator: () => reference(Indicator),
    area: () => reference(Area),
    year: p.integer(),
    sex: p.text().default('_T'),
    age: p.text().default('_T'),
    urbanisation: p.text().default('_T'),
    region: p.text().default('_T'),
    breakdown: p.text().default('_T'),
    state: p.enum(WORK_STATES),
    /** How often the row was changed; compared with expectedVersion. */
    version: p.integer().default(1),
    currentRevision: (): PropertyChain<string, object> =>
      reference(Revision, { foreignKeyName: 'observation_current', deferMode: 'deferred' }),
    publishedRevision: (): PropertyChain<string, { nullable: true }> =>
      reference(Revision, { createForeignKeyConstraint: false }).nullable(),
    sample: p.boolean().default(false),
  },
  uniques: [
    {
      // the year comes last, so that this is also the index of a series
      name: 'observation_cell_key',
      properties: ['indicator', 'area', ...BREAKDOWN_DIMENSIONS, 'year'],
    },
  ],
  indexes: [
    {
      name: 'observation_by_area',
      properties: ['area', 'year', 'indicator', ...BREAKDOWN_DIMENSIONS],
    },
  ],
  checks: [{ name: 'observation_year_check', expression: '((year >= 1900) AND (year <= 2100))' }],
});
export type Observation = InferEntity<typeof Observation>;

/**
 * Finds the values in work among all that are published. Triggers add every observation that is in work; a release takes its values out. What is in
 * work must be in here, but not the other way round, so a query asks for the state too (valuesInWork).
 */
export const ValueInWork = defineEntity({
  name: 'ValueInWork',
  schema: 'work',
  tableName: 'value_in_work',
  properties: {
    observation: () => reference(Observation, { createForeignKeyConstraint: false }).primary(),
    area: p.text(),
    year: p.integer(),
    indicator: p.text(),
  },
  indexes: [{ name: 'value_in_work_by_table', properties: ['area', 'year', 'indicator'] }],
});

/** One acknowledged save of a cell. Rows are added only; the database refuses other changes. */
export const Revision = defineEntity({
  name: 'Revision',
  schema: 'work',
  tableName: 'revision',
  properties: {
    id: p.uuid().primary(),
    observation: () => reference(Observation, { createForeignKeyConstraint: false }),
    /** The area of its observation, kept here so that the row-level policies can use it. A trigger fills it in if it is not given, and no other is taken. */
    area: p.text().nullable(),
    number: p.integer(),
    value: p.type(ExactColumn).nullable(),
    numerator: p.type(ExactColumn).nullable(),
    denominator: p.type(ExactColumn).nullable(),
    missingReason: p.enum(MISSING_REASONS).nullable(),
    obsStatus: p.text(),
    /** The named public source that gives the figure. */
    source: () => reference(Source).nullable(),
    sourceText: p.text().nullable(),
    note: p.json<Texts>().nullable(),
    comment: p.text().nullable(),
    reason: p.enum(REVISION_REASONS).nullable(),
    via: p.enum(VIAS),
    /** Null for a figure taken from a named public source. */
    author: () => reference(UserAccount).nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
    /** The time that the figure is about, if it is not the whole year: a date or interval of ISO 8601. */
    period: p.text().nullable(),
    /** For an element of a law: when its stage was reached, its proof and its basis. */
    factDate: p.text().nullable(),
    provision: p.text().nullable(),
    basis: p.enum(FACT_BASES).nullable(),
  },
  uniques: [{ name: 'revision_observation_number_key', properties: ['observation', 'number'] }],
  checks: [
    // instead of NOT NULL, because a check is made after the trigger
    { name: 'revision_area_check', expression: '((area IS NOT NULL))' },
    { name: 'revision_check', expression: '((value IS NULL) OR (missing_reason IS NULL))' },
    { name: 'revision_check1', expression: "((via = 'SOURCE_IMPORT'::text) = (author IS NULL))" },
    {
      name: 'revision_fact_date_check',
      expression: "(fact_date ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'::text)",
    },
    { name: 'revision_obs_status_check', expression: "(obs_status ~ '^[A-Z]$'::text)" },
  ],
});
export type Revision = InferEntity<typeof Revision>;
