import { registerEnumType } from '@nestjs/graphql';
import {
  ACTION_KINDS,
  ASSIGNMENT_CLASSES,
  BENCHMARK_SENSES,
  BREAK_KINDS,
  CELL_MARKS,
  CENTRES_IN,
  DIRECTIONS,
  ELEMENT_ORIGINS,
  EVIDENCE_KINDS,
  FACT_BASES,
  INDICATOR_KINDS,
  INDICATOR_ROLES,
  LEVEL_WORDS,
  MISSING_REASONS,
  MISSING_STRATEGIES,
  MOVEMENTS,
  PATH_KINDS,
  RATE_KINDS,
  REGIONAL_METHODS,
  RELATIONS,
  REMARKS,
  REOPENING_STATES,
  REVIEW_DECISIONS,
  REVISION_REASONS,
  ROLES,
  RULE_FIGURES,
  RULE_SEVERITIES,
  SCOPES,
  SEVERITIES,
  SOURCE_KINDS,
  STATUSES_SORTED,
  TARGET_EVENTS,
  TARGET_STATES,
  VALUE_TYPES,
  VIAS,
  WORK_STATES,
} from '@qadam/domain';
import { languages } from '@qadam/i18n';

/** Registers an enum under its name in the schema; each value has its own name. */
export function enumOf<const Value extends string>(
  schema: string | { name: string; description: string },
  ...values: readonly Value[]
): { readonly [V in Value]: V } {
  const byName = Object.fromEntries(values.map((value) => [value, value])) as { [V in Value]: V };
  registerEnumType(byName, typeof schema === 'string' ? { name: schema } : schema);
  return byName;
}

// Enums that both schemas or several features use.

export const Language = enumOf('Language', ...languages);
export type Language = keyof typeof Language;

export const IndicatorKind = enumOf('IndicatorKind', ...INDICATOR_KINDS);
export type IndicatorKind = keyof typeof IndicatorKind;

export const Scope = enumOf('Scope', ...SCOPES);
export type Scope = keyof typeof Scope;

export const ActionKind = enumOf('ActionKind', ...ACTION_KINDS);
export type ActionKind = keyof typeof ActionKind;

export const Direction = enumOf('Direction', ...DIRECTIONS);
export type Direction = keyof typeof Direction;

export const ValueType = enumOf('ValueType', ...VALUE_TYPES);
export type ValueType = keyof typeof ValueType;

export const IndicatorRole = enumOf('IndicatorRole', ...INDICATOR_ROLES);
export type IndicatorRole = keyof typeof IndicatorRole;

export const MissingReason = enumOf('MissingReason', ...MISSING_REASONS);
export type MissingReason = keyof typeof MissingReason;

export const TargetPath = enumOf('TargetPath', ...PATH_KINDS);
export type TargetPath = keyof typeof TargetPath;

/** How far an action or a law is (methods.md 1.13). */
export const LevelWord = enumOf('LevelWord', ...LEVEL_WORDS);
export type LevelWord = keyof typeof LevelWord;

export const Movement = enumOf('Movement', ...MOVEMENTS);
export type Movement = keyof typeof Movement;

/** The basis of a fact about a law. */
export const FactBasis = enumOf('FactBasis', ...FACT_BASES);
export type FactBasis = keyof typeof FactBasis;

export const ElementOrigin = enumOf('ElementOrigin', ...ELEMENT_ORIGINS);
export type ElementOrigin = keyof typeof ElementOrigin;

export const SourceKind = enumOf('SourceKind', ...SOURCE_KINDS);
export type SourceKind = keyof typeof SourceKind;

export const Via = enumOf('Via', ...VIAS);
export type Via = keyof typeof Via;

export const Status = enumOf('Status', ...STATUSES_SORTED);
export type Status = keyof typeof Status;

export const ReasonCode = enumOf('ReasonCode', ...REVISION_REASONS);
export type ReasonCode = keyof typeof ReasonCode;

export const ReviewDecision = enumOf('ReviewDecision', ...REVIEW_DECISIONS);
export type ReviewDecision = keyof typeof ReviewDecision;

export const Role = enumOf('Role', ...ROLES);
export type Role = keyof typeof Role;

export const WorkingState = enumOf('WorkingState', 'EMPTY', ...WORK_STATES);
export type WorkingState = keyof typeof WorkingState;

export const PlanState = enumOf('PlanState', ...TARGET_STATES);
export type PlanState = keyof typeof PlanState;

export const PlanDecision = enumOf('PlanDecision', ...TARGET_EVENTS);
export type PlanDecision = keyof typeof PlanDecision;

export const ReviewRemark = enumOf('ReviewRemark', ...REMARKS);

export const QualityClass = enumOf('QualityClass', ...ASSIGNMENT_CLASSES);
export const QualityMark = enumOf('QualityMark', ...CELL_MARKS);

export const Severity = enumOf('Severity', ...SEVERITIES);
export type Severity = keyof typeof Severity;

export const RuleSeverity = enumOf('RuleSeverity', ...RULE_SEVERITIES);
export type RuleSeverity = keyof typeof RuleSeverity;

export const RuleOperator = enumOf('RuleOperator', ...RELATIONS);
export type RuleOperator = keyof typeof RuleOperator;

export const RuleFigure = enumOf('RuleFigure', ...RULE_FIGURES);
export type RuleFigure = keyof typeof RuleFigure;

export const MissingStrategy = enumOf(
  {
    name: 'MissingStrategy',
    description:
      'When missing values keep a rule from being judged. A missing value that is skipped counts as zero.',
  },
  ...MISSING_STRATEGIES,
);
export type MissingStrategy = keyof typeof MissingStrategy;

export const EvidenceKind = enumOf('EvidenceKind', ...EVIDENCE_KINDS);
export type EvidenceKind = keyof typeof EvidenceKind;

export const ReopeningState = enumOf('ReopeningState', ...REOPENING_STATES);
export type ReopeningState = keyof typeof ReopeningState;

export const CentresIn = enumOf('CentresIn', ...CENTRES_IN);
export type CentresIn = keyof typeof CentresIn;

export const RegionalMethod = enumOf('RegionalMethod', ...REGIONAL_METHODS);
export type RegionalMethod = keyof typeof RegionalMethod;

export const BreakKind = enumOf('BreakKind', ...BREAK_KINDS);
export type BreakKind = keyof typeof BreakKind;

export const BenchmarkKind = enumOf('BenchmarkKind', ...RATE_KINDS);
export type BenchmarkKind = keyof typeof BenchmarkKind;

export const BenchmarkSense = enumOf('BenchmarkSense', ...BENCHMARK_SENSES);
export type BenchmarkSense = keyof typeof BenchmarkSense;

/** How the parts of a value add up: by values, by numerators and denominators, or not at all. */
export const Additive = enumOf('Additive', 'VALUE', 'RATIO', 'NONE');
export type Additive = keyof typeof Additive;
