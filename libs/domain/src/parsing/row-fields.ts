/** The fields that, with the indicator, decide which cell of a return a row is about. */
const PLACE_FIELDS = ['area', 'year', 'region', 'sex', 'age', 'urbanisation'] as const;
export type PlaceField = (typeof PLACE_FIELDS)[number];

/** The fields that a person can assign to a column of a table, and correct in a row. */
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

/** Fields in which a text means a code; a person can say which one. */
export const CODED_FIELDS = ['indicator', ...PLACE_FIELDS, 'breakdown', 'status'] as const;
export type CodedField = (typeof CODED_FIELDS)[number];

/** The longest text, in characters, that a person may put into a cell as a correction. */
export const MAX_FIX_LENGTH = 2000;
