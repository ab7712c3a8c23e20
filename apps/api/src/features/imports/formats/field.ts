import { BREAKDOWN_DIMENSIONS } from '@qadam/domain';

/** What a column, an attribute or a dimension of any format can mean to us. */
export const FIELDS = [
  'indicator',
  'series',
  'area',
  'year',
  ...BREAKDOWN_DIMENSIONS,
  'value',
  'numerator',
  'denominator',
  'status',
  'source',
  'comment',
  'unit',
  'unitMultiplier',
] as const;
export type Field = (typeof FIELDS)[number];
