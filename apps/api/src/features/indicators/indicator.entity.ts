import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import {
  type BreakdownDimension,
  CENTRES_IN,
  DIRECTIONS,
  type FrameworkIndicator,
  INDICATOR_KINDS,
  REGIONAL_METHODS,
  SCOPES,
  VALUE_TYPES,
} from '@qadam/domain';
import { ExactColumn } from '../../database/exact-column.ts';
import { plainColumns } from '../../database/plain-columns.ts';
import type { Texts } from '../../graphql/local-text.type.ts';

/** One axis of the table in which the parts of a value are collected. */
export interface DeskAxis {
  dimension: BreakdownDimension;
  codes: { code: string; name: Texts }[];
}

/** An indicator as it is edited; a release copies what the public may see. */
export const Indicator = defineEntity({
  name: 'Indicator',
  schema: 'work',
  tableName: 'indicator',
  properties: {
    code: p.text().primary(),
    kind: p.enum(INDICATOR_KINDS),
    scope: p.enum(SCOPES),
    unit: p.text(),
    unitText: p.json<Texts>(),
    multiplier: p.type(ExactColumn).default(1),
    decimals: p.integer(),
    direction: p.enum(DIRECTIONS),
    valueType: p.enum(VALUE_TYPES),
    regionalMethod: p.enum(REGIONAL_METHODS),
    sensitive: p.boolean(),
    thresholdBase: p.integer().default(5),
    thresholdDetailed: p.integer().default(10),
    min: p.type(ExactColumn).nullable(),
    max: p.type(ExactColumn).nullable(),
    step: p.type(ExactColumn).nullable(),
    whole: p.boolean(),
    breakdowns: p.array().$type<FrameworkIndicator['breakdowns']>().defaultRaw(`'{}'::text[]`),
    ...plainColumns,
    denominatorOf: p.text().nullable(),
    name: p.json<Texts>(),
    definition: p.json<Texts>(),
    stages: p.json<FrameworkIndicator['stages']>().nullable(),
    sheet: p.json<FrameworkIndicator['sheet']>(),
    position: p.integer(),
    version: p.integer().default(1),
    reportedCases: p.boolean().default(false),
    /** The axes of the table; empty if only the total is asked for. The first axis is the rows. */
    tableAxes: p.json<FrameworkIndicator['tableAxes']>().defaultRaw(`'[]'::jsonb`),
    centresIn: p.enum(CENTRES_IN).nullable(),
    numeratorOf: p.text().nullable(),
    /** The elements of a law, in order; empty for other indicators. */
    elements: p.json<FrameworkIndicator['elements']>().defaultRaw(`'[]'::jsonb`),
  },
  checks: [
    { name: 'indicator_decimals_check', expression: '((decimals >= 0) AND (decimals <= 12))' },
    {
      name: 'reported_cases_are_never_scored',
      expression: "((NOT reported_cases) OR (direction = 'NONE'::text))",
    },
  ],
});
export type Indicator = InferEntity<typeof Indicator>;
