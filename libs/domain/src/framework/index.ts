export { checkCycleDates } from './check-cycle.ts';
export { checkFramework } from './check-framework.ts';
export { checkRules } from './check-rules.ts';
export { isComparable } from './comparable.ts';
export {
  diffFramework,
  overlayFramework,
  reweighed,
  type FrameworkDifference,
} from './diff-framework.ts';
export {
  FRAMEWORK_FORMAT,
  readFramework,
  type FrameworkAction,
  type FrameworkBreak,
  type FrameworkDocument,
  type FrameworkIndicator,
  type FrameworkRule,
  type FrameworkTexts,
} from './framework-document.ts';
export {
  ACTION_KINDS,
  BREAK_KINDS,
  CENTRES_IN,
  ELEMENT_ORIGINS,
  REGIONAL_METHODS,
  SCOPES,
  SOURCE_KINDS,
} from './framework-words.ts';
export { knownSeries, type KnownSeries } from './known-series.ts';
export { lockedChanges, removedElements } from './locked-changes.ts';
export { TEXT_LANGUAGES, type TextLanguage } from './text-languages.ts';
export { neverScored } from './never-scored.ts';
export type { FrameworkProblem } from './shape.ts';
export {
  eachPlainField,
  isNumberField,
  NO_PLAIN_FIELDS,
  PLAIN_FIELD_NAMES,
  type PlainField,
  type PlainFields,
  readPlainFields,
  typedPlainFields,
} from './plain-fields.ts';
export {
  MANDATORY_SHEET_KEYS,
  SHEET_KEYS,
  isSheetKey,
  sheetCompleteness,
  type SheetCompleteness,
  type SheetKey,
} from './sheet.ts';
export {
  inEachLanguage,
  staleTranslations,
  translatableTexts,
  withTranslation,
  type TextChange,
} from './translations.ts';
export {
  CYCLE_STATES,
  type CycleCalendar,
  type CycleState,
  cycleStateOn,
  isMoved,
} from './cycle-state.ts';
