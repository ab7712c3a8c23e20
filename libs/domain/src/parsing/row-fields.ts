/** What decides which cell of a return a row is about, besides its indicator. */
const PLACE_FIELDS = ['area', 'year', 'region', 'sex', 'age', 'urbanisation'] as const;
export type PlaceField = (typeof PLACE_FIELDS)[number];

/** What a person can say a column of a table means, and correct in a row. */
export const ROW_FIELDS = [
  'indicator',
  ...PLACE_FIELDS,
  'breakdown',
  'value',
  'numerator',
  'denominator',
  'status',
  'factDate',
  'provision',
  'basis',
  'source',
  'comment',
] as const;
export type RowField = (typeof ROW_FIELDS)[number];

/** Where a text stands for a code: a person can say which. */
export const CODED_FIELDS = ['indicator', ...PLACE_FIELDS, 'breakdown', 'status'] as const;
export type CodedField = (typeof CODED_FIELDS)[number];

/** The longest text that a cell is corrected to. */
export const MAX_FIX_LENGTH = 2000;
