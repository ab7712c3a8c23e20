export { cleanText } from './clean-text.ts';
export { COLUMN_HEADS } from './column-heads.ts';
export { countryNames } from './country-names.ts';
export { decodeText, type DecodedText, type TextEncoding } from './decode-text.ts';
export { exportCsvCell, type ExportCsvCellInput } from './export-csv-cell.ts';
export { foldedWords, foldText } from './fold-text.ts';
export { hasLostLetters } from './lost-letters.ts';
export type { MissingMark } from './missing-marks.ts';
export {
  normaliseCode,
  type CodeWarning,
  type NormaliseCodeInput,
  type NormalisedCode,
} from './normalise-code.ts';
export { parseFactDate } from './parse-fact-date.ts';
export { parseNumber } from './parse-number.ts';
export type {
  DecimalMark,
  NumberProblem,
  NumberWarning,
  ParsedNumber,
  ParseNumberInput,
} from './parse-number.types.ts';
export { parseYear, type ParsedYear, type YearProblem } from './parse-year.ts';
export { parseYesNo, type ParsedYesNo, type ParseYesNoInput } from './parse-yes-no.ts';
export { readBlock } from './read-block.ts';
export { openCsv, readCsv, type CsvTable, type ReadCsvInput } from './read-csv.ts';
export {
  CODED_FIELDS,
  LONGEST_MEND,
  ROW_FIELDS,
  type CodedField,
  type RowField,
  type PlaceField,
} from './row-fields.ts';
export { readingsOf } from './readings-of.ts';
export { regionCodes } from './region-codes.ts';
