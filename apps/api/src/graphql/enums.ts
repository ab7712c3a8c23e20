import { registerEnumType } from '@nestjs/graphql';
import {
  INDICATOR_ROLES,
  LEVEL_WORDS,
  RELATIONS,
  ROLES,
  RULE_FIGURES,
  STATUSES_SORTED,
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

export const IndicatorKind = enumOf('IndicatorKind', 'NUMERIC', 'BINARY', 'MILESTONE');
export type IndicatorKind = keyof typeof IndicatorKind;

export const Scope = enumOf('Scope', 'COUNTRY', 'REGION');
export type Scope = keyof typeof Scope;

export const ActionKind = enumOf('ActionKind', 'PRIORITY', 'FINDING');
export type ActionKind = keyof typeof ActionKind;

export const Direction = enumOf('Direction', 'INCREASE', 'DECREASE', 'TOWARDS', 'NONE');
export type Direction = keyof typeof Direction;

export const ValueType = enumOf('ValueType', 'STOCK', 'FLOW', 'CUMULATIVE');
export type ValueType = keyof typeof ValueType;

export const IndicatorRole = enumOf('IndicatorRole', ...INDICATOR_ROLES);
export type IndicatorRole = keyof typeof IndicatorRole;

export const MissingReason = enumOf(
  'MissingReason',
  'NOT_COLLECTED',
  'NOT_SHARED',
  'NOT_APPLICABLE',
  'SUPPRESSED',
);
export type MissingReason = keyof typeof MissingReason;

export const TargetPath = enumOf('TargetPath', 'LINEAR', 'COMPOUND');
export type TargetPath = keyof typeof TargetPath;

/** How far an action or a law is (methods.md 1.13). */
export const LevelWord = enumOf('LevelWord', ...LEVEL_WORDS);
export type LevelWord = keyof typeof LevelWord;

export const Movement = enumOf('Movement', 'FORWARD', 'NONE', 'BACK', 'MIXED', 'UNKNOWN');
export type Movement = keyof typeof Movement;

/** The basis of a fact about a law. */
export const FactBasis = enumOf('FactBasis', 'OFFICIAL', 'MEDIA');
export type FactBasis = keyof typeof FactBasis;

/** Where an element of a law comes from: the law's written definition, or the action's own words. */
export const ElementOrigin = enumOf('ElementOrigin', 'DEFINITION', 'SEED');
export type ElementOrigin = keyof typeof ElementOrigin;

export const SourceKind = enumOf(
  'SourceKind',
  'DATASET',
  'LAW',
  'OFFICIAL',
  'MEDIA',
  'ORGANISATION',
);
export type SourceKind = keyof typeof SourceKind;

export const Via = enumOf('Via', 'ENTRY', 'IMPORT', 'SOURCE_IMPORT');
export type Via = keyof typeof Via;

export const Status = enumOf('Status', ...STATUSES_SORTED);
export type Status = keyof typeof Status;

export const ReasonCode = enumOf(
  'ReasonCode',
  'NEW_SOURCE',
  'CORRECTION',
  'DEFINITION',
  'COVERAGE',
);
export type ReasonCode = keyof typeof ReasonCode;

export const ReviewDecision = enumOf('ReviewDecision', 'APPROVED', 'RETURNED', 'APPROVAL_UNDONE');
export type ReviewDecision = keyof typeof ReviewDecision;

export const Role = enumOf('Role', ...ROLES);
export type Role = keyof typeof Role;

export const WorkingState = enumOf(
  'WorkingState',
  'EMPTY',
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'APPROVED',
  'PUBLISHED',
);
export type WorkingState = keyof typeof WorkingState;

export const PlanState = enumOf('PlanState', 'PROPOSED', 'CONFIRMED', 'REJECTED');
export type PlanState = keyof typeof PlanState;

export const PlanDecision = enumOf('PlanDecision', 'CONFIRM', 'REJECT');
export type PlanDecision = keyof typeof PlanDecision;

export const ReviewRemark = enumOf(
  'ReviewRemark',
  'RULE_HIT',
  'CORRECTION',
  'NO_VALUE',
  'FIRST_VALUE',
  'FAR_FROM_KNOWN',
  'STAGE_MOVED',
  'NEW_SOURCE',
  'COMMENT',
  'CONVERSATION',
);

export const QualityClass = enumOf(
  'QualityClass',
  'notApplicable',
  'reported',
  'explained',
  'overdue',
  'notDue',
);
export const QualityMark = enumOf(
  'QualityMark',
  'LATE',
  'PROVISIONAL',
  'ESTIMATED',
  'REVISED',
  'OUTLIER',
);

export const Severity = enumOf('Severity', 'OK', 'WARN', 'ERROR');
export type Severity = keyof typeof Severity;

export const RuleSeverity = enumOf('RuleSeverity', 'WARN', 'ERROR');
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
  'SKIP_IF_ANY_VALUE_MISSING',
  'SKIP_IF_ALL_VALUES_MISSING',
);
export type MissingStrategy = keyof typeof MissingStrategy;

export const EvidenceKind = enumOf('EvidenceKind', 'FILE', 'LINK');
export type EvidenceKind = keyof typeof EvidenceKind;

export const ReopeningState = enumOf(
  'ReopeningState',
  'WAITING',
  'GRANTED',
  'DECLINED',
  'REVOKED',
  'EXPIRED',
);
export type ReopeningState = keyof typeof ReopeningState;

/** The part of a figure about shelters that is the number of centres. */
export const CentresIn = enumOf('CentresIn', 'VALUE', 'NUMERATOR', 'DENOMINATOR', 'ELSEWHERE');
export type CentresIn = keyof typeof CentresIn;

export const RegionalMethod = enumOf(
  'RegionalMethod',
  'SUM',
  'MEAN',
  'RATIO',
  'WEIGHTED_MEAN',
  'COUNT_YES',
);
export type RegionalMethod = keyof typeof RegionalMethod;

export const BreakKind = enumOf('BreakKind', 'definition', 'source', 'law', 'method');
export type BreakKind = keyof typeof BreakKind;

export const BenchmarkKind = enumOf('BenchmarkKind', 'RATE', 'SHARE');
export type BenchmarkKind = keyof typeof BenchmarkKind;

export const BenchmarkSense = enumOf('BenchmarkSense', 'AT_LEAST', 'AT_MOST');
export type BenchmarkSense = keyof typeof BenchmarkSense;

/** How the parts of a value add up: by values, by numerators and denominators, or not at all. */
export const Additive = enumOf('Additive', 'VALUE', 'RATIO', 'NONE');
export type Additive = keyof typeof Additive;
