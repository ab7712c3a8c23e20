export {
  entryOf,
  isBlankEntry,
  readCellEntry,
  STATUS_OF_REASON,
  type CellContent,
  type CellEntry,
  type EntryProblem,
} from './cell-content.ts';
export { checkCell, checkSubmission, needsComment } from './check-cell.ts';
export { readFact, type FactContent, type FactEntry, type FactProblem } from './check-fact.ts';
export { EVIDENCE_KINDS, type Provenance } from './check-provenance.ts';
export {
  MISSING_REASONS,
  VALUE_TYPES,
  type CellHit,
  type CheckCellInput,
  type MissingReason,
} from './check-cell.types.ts';
export { checkTargetPlan } from './check-target-plan.ts';
export { RULE_SEVERITIES, SEVERITIES } from './outcome.ts';
export { personalData } from './personal-data.ts';
export { MISSING_STRATEGIES, RELATIONS } from './compare.ts';
export { brokenRules, judgeRule, namedIn } from './validation-rule.ts';
export {
  RULE_FIGURES,
  type FiguresOf,
  type RuleFigures,
  type RulesOfCell,
  type WordedRule,
} from './validation-rule.types.ts';
export { usualRange } from './usual-range.ts';
export { yearOnYear } from './year-on-year.ts';
