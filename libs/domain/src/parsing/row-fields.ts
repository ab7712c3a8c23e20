/** What decides which cell of a return a row is about, besides its indicator. */
const PLACE_FIELDS = ['area', 'year', 'region', 'sex', 'age', 'urbanisation'] as const;
export type PlaceField = (typeof PLACE_FIELDS)[number];

/** What a person can say a column of a table means. */
export const CHOSEN_FIELDS = [
  'indicator',
  ...PLACE_FIELDS,
  'value',
  'numerator',
  'denominator',
  'status',
  'source',
  'comment',
] as const;
export type ChosenField = (typeof CHOSEN_FIELDS)[number];

/** Where a text stands for a code: a person can say which. */
export const CODED_FIELDS = ['indicator', ...PLACE_FIELDS, 'breakdown', 'status'] as const;
export type CodedField = (typeof CODED_FIELDS)[number];

/** What a person can correct in a row. */
export const MENDED_FIELDS = [...CHOSEN_FIELDS, 'breakdown'] as const;
export type MendedField = (typeof MENDED_FIELDS)[number];

/** The longest text that a cell is corrected to. */
export const LONGEST_MEND = 2000;
