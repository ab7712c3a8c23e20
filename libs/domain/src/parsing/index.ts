export { cleanText } from './clean-text.ts';
export { COLUMN_HEADS } from './column-heads.ts';
export { countryNames } from './country-names.ts';
export { decodeText } from './decode-text.ts';
export { csvCell, csvLine } from './export-csv-cell.ts';
export { foldedWords, foldText } from './fold-text.ts';
export { hasLostLetters } from './lost-letters.ts';
export { missingMark } from './missing-marks.ts';
export { normaliseCode } from './normalise-code.ts';
export { parseAge } from './parse-age.ts';
export { parseFactDate } from './parse-fact-date.ts';
export { parseNumber } from './parse-number.ts';
export { parseYear } from './parse-year.ts';
export { parseYesNo } from './parse-yes-no.ts';
export { readBlock } from './read-block.ts';
export { openCsv, readCsv } from './read-csv.ts';
export {
  CODED_FIELDS,
  MAX_FIX_LENGTH,
  ROW_FIELDS,
  type CodedField,
  type RowField,
  type PlaceField,
} from './row-fields.ts';
export { readingsOf } from './readings-of.ts';
export { regionCodes } from './region-codes.ts';
